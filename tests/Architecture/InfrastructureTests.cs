using System.Reflection;
using PianoZona.Contracts;
using PianoZona.Functions;

namespace PianoZona.Architecture.Tests;

/// <summary>The infrastructure says the same as the code: settings, containers, queues, tables.</summary>
public sealed class InfrastructureTests
{
    private const string Folder = "infra/bicep";
    private static readonly string[] ContainersOfTheInfrastructure = ["deployments", "eventi-falliti"];
    private static readonly SourceFile[] Sources = [.. RepositoryFiles.Read("*.bicep", Folder)];
    private static readonly BicepFile Main = new(RepositoryFiles.File(Folder + "/main.bicep"));
    private static readonly BicepFile Storage = new(RepositoryFiles.File(Folder + "/modules/storage.bicep"));


    [Fact]
    public void Files_OfTheInfrastructure_AreWellFormed() => Expect.None(Sources.SelectMany(source => BicepChecks.Form(new(source))));

    [Fact]
    public void Files_OfTheInfrastructure_HoldNoSecret() => Expect.None(Sources.SelectMany(BicepChecks.Secrets));

    [Fact]
    public void Modules_OfTheInfrastructure_FitTogether() =>
        Expect.None(Sources.SelectMany(source => BicepChecks.Wiring(new(source), path => Find(source, path))));

    [Fact]
    public void Modules_OfTheInfrastructure_AreAllUsed()
    {
        IEnumerable<string> used = Main.Modules.Select(module => $"{Folder}/{module.Path}");
        IEnumerable<string> present = Sources.Select(source => source.Path).Where(path => path.Contains("/modules/", StringComparison.Ordinal));
        Assert.Equal(present.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_OfTheDeployment_AreThoseOfTheProgram() =>
        Assert.Equal(SettingNames.All.Order(StringComparer.Ordinal), Main.ObjectKeys("appSettings").Order(StringComparer.Ordinal));

    [Fact]
    public void SettingNames_All_HasEveryConstant() => Assert.Equal(Constants(typeof(SettingNames)), SettingNames.All);

    [Fact]
    public void Storage_OfTheDeployment_HasWhatTheProgramNames()
    {
        string[] made = [.. Storage.TextList("containers"), .. Storage.TextList("queues"), .. Storage.TextList("tables")];
        IEnumerable<string> poison = Storage.TextList("queues").Where(queue => queue.EndsWith("-poison", StringComparison.Ordinal));
        string[] named = [.. Constants(typeof(StorageNames)), .. ContainersOfTheInfrastructure, .. poison];
        Assert.Equal(named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Storage_OfTheDeployment_PutsEachNameInItsKind()
    {
        Assert.All(
            [StorageNames.Inbox, StorageNames.Receipts, StorageNames.Archive, StorageNames.Configuration],
            name => Assert.Contains(name, Storage.TextList("containers")));
        Assert.All([StorageNames.UploadEvents, StorageNames.Reconciliations], name => Assert.Contains(name, Storage.TextList("queues")));
        Assert.All([StorageNames.LedgerTable, StorageNames.ReconciliationTable], name => Assert.Contains(name, Storage.TextList("tables")));
    }

    [Fact]
    public void Queues_OfTheDeployment_HaveEachAPoisonQueue()
    {
        ILookup<bool, string> queues = Storage.TextList("queues").ToLookup(queue => queue.EndsWith("-poison", StringComparison.Ordinal));
        Assert.Equal(queues[false].Select(queue => queue + "-poison"), queues[true]);
    }

    [Fact]
    public void Events_OfTheDeployment_GoFromTheInboxToItsQueue()
    {
        Assert.Equal(StorageNames.Inbox, Storage.Text("inboxContainer"));
        Assert.Equal(StorageNames.UploadEvents, Storage.Text("uploadQueue"));
        Assert.Equal(StorageNames.Archive, Storage.Text("archiveContainer"));
        string events = RepositoryFiles.File(Folder + "/modules/events.bicep").Text;
        Assert.Contains("'Microsoft.Storage.BlobCreated'", events, StringComparison.Ordinal);
        Assert.Contains("subjectBeginsWith: '/blobServices/default/containers/${inboxContainer}/'", events, StringComparison.Ordinal);
        Assert.All(["'PutBlob'", "'PutBlockList'", "'CopyBlob'", "'FlushWithClose'"], api => Assert.Contains(api, events, StringComparison.Ordinal));
    }

    [Fact]
    public void SignIn_OfTheDeployment_LeavesOnlyHealthOpen()
    {
        string app = RepositoryFiles.File(Folder + "/modules/function-app.bicep").Text.ReplaceLineEndings("\n");
        Assert.Contains("requireAuthentication: true", app, StringComparison.Ordinal);
        Assert.Contains("excludedPaths: [\n        '/api/salute'\n      ]", app, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral)
            .Select(constant => (string)constant.GetRawConstantValue()!);

    private static BicepFile? Find(SourceFile from, string path)
    {
        string target = from.Path[..(from.Path.LastIndexOf('/') + 1)] + path;
        return RepositoryFiles.Exists(target) ? new(RepositoryFiles.File(target)) : null;
    }
}
