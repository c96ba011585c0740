using System.Reflection;
using System.Text.Json.Nodes;
using PianoZona.Contracts;
using PianoZona.Functions;
using PianoZona.Hub;

namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>The infrastructure says the same as the code: settings, containers, queues, tables.</summary>
public sealed class InfrastructureTests : IAsyncLifetime
{
    private const string Containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
    private const string Queues = "Microsoft.Storage/storageAccounts/queueServices/queues";
    private const string Tables = "Microsoft.Storage/storageAccounts/tableServices/tables";
    private static readonly string[] ContainersOfTheInfrastructure = ["deployments", "eventi-falliti"];
    private Deployment deployment = null!;

    public async Task InitializeAsync() => deployment = await Deployment.GetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Modules_OfTheInfrastructure_AreAllUsed()
    {
        SourceFile[] files = [.. RepositoryFiles.Read("*.bicep", BicepFolder.Source)];
        Assert.All(
            files.Where(file => file.Path.Contains("/modules/", StringComparison.Ordinal)),
            module => Assert.Contains(
                files, file => file.Text.Contains($" 'modules/{module.Name}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void Settings_OfTheDeployment_AreThoseOfTheProgram() => Assert.Equal(
        SettingNames.All.Order(StringComparer.Ordinal), deployment.Settings.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void SettingNames_All_HasEveryConstant() => Assert.Equal(Constants(typeof(SettingNames)), SettingNames.All);

    [Fact]
    public void Storage_OfTheDeployment_HasWhatTheProgramNames()
    {
        string[] made = [.. deployment.Names(Containers), .. deployment.Names(Queues), .. deployment.Names(Tables)];
        IEnumerable<string> poison = deployment.Names(Queues).Where(IsPoison);
        string[] named = [.. Constants(typeof(StorageNames)), .. ContainersOfTheInfrastructure, .. poison];
        Assert.Equal(
            named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Storage_OfTheDeployment_PutsEachNameInItsKind()
    {
        Assert.All(
            [StorageNames.Inbox, StorageNames.Receipts, StorageNames.Archive, StorageNames.Configuration],
            name => Assert.Contains(name, deployment.Names(Containers)));
        Assert.All(
            [StorageNames.UploadEvents, StorageNames.Reconciliations],
            name => Assert.Contains(name, deployment.Names(Queues)));
        Assert.All(
            [StorageNames.LedgerTable, StorageNames.ReconciliationTable],
            name => Assert.Contains(name, deployment.Names(Tables)));
    }

    [Fact]
    public void Queues_OfTheDeployment_HaveEachAPoisonQueue()
    {
        ILookup<bool, string> queues = deployment.Names(Queues).ToLookup(IsPoison);
        Assert.Equal(queues[false].Select(queue => queue + "-poison"), queues[true]);
    }

    [Fact]
    public void Alert_OfRejectedMessages_LooksForWhatTheProgramLogs() => Assert.Contains(
        $"startswith \\\"{MessageIntake.RejectedLog}\\\"", deployment.Text, StringComparison.Ordinal);

    [Fact]
    public void Events_OfTheDeployment_GoFromTheInboxToItsQueue()
    {
        DeployedResource events = deployment.Only("Microsoft.EventGrid/systemTopics/eventSubscriptions");
        Assert.Equal(
            StorageNames.UploadEvents,
            (string?)events.At("properties", "deliveryWithResourceIdentity", "destination", "properties", "queueName"));
        JsonNode filter = events.At("properties", "filter")!;
        Assert.Equal($"/blobServices/default/containers/{StorageNames.Inbox}/", (string?)filter["subjectBeginsWith"]);
        Assert.Equal(["Microsoft.Storage.BlobCreated"], Texts(filter["includedEventTypes"]));
        Assert.Equal(
            ["PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose"],
            Texts(filter["advancedFilters"]![0]!["values"]));
    }

    [Fact]
    public void Archive_OfTheDeployment_CannotBeChanged() => Assert.EndsWith(
        $"/{StorageNames.Archive}/default",
        (string?)deployment.Only(Containers + "/immutabilityPolicies").At("name"),
        StringComparison.Ordinal);

    [Fact]
    public void Storage_OfTheDeployment_KnowsNoKeysAndNoAnonymousReaders()
    {
        DeployedResource account = deployment.Only("Microsoft.Storage/storageAccounts");
        Assert.All(
            ["allowSharedKeyAccess", "allowBlobPublicAccess", "allowCrossTenantReplication"],
            name => Assert.False((bool)account.At("properties", name)!));
        Assert.All(
            deployment.Of(Containers),
            container => Assert.Equal("None", (string?)container.At("properties", "publicAccess")));
        Assert.All(
            ["listKeys(", "listAccountSas(", "listServiceSas("],
            key => Assert.DoesNotContain(key, deployment.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void SignIn_OfTheDeployment_LeavesOnlyWhatIsPublicOpen()
    {
        JsonNode signIn = deployment.Only("Microsoft.Web/sites/config").At("properties")!;
        Assert.True((bool)signIn["platform"]!["enabled"]!);
        Assert.True((bool)signIn["globalValidation"]!["requireAuthentication"]!);
        Assert.Equal(
            ["/api/salute", "/accessibilita", "/aiuto", "/contatti-ufficio", "/privacy", "/risorse/*"],
            Texts(signIn["globalValidation"]!["excludedPaths"]));
    }

    private static bool IsPoison(string queue) => queue.EndsWith("-poison", StringComparison.Ordinal);

    private static IEnumerable<string?> Texts(JsonNode? list) => list!.AsArray().Select(item => (string?)item);

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral)
            .Select(constant => (string)constant.GetRawConstantValue()!);
}
