using System.Diagnostics;
using Newtonsoft.Json.Linq;
using PianoZona.Testing;

namespace PianoZona.LocalHost.Tests;

/// <summary>Workers that do not start, and workers that die.</summary>
public sealed class WorkerTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Start_Application_LoadsEveryFunction()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);

        Assert.Equal(
            [
                "AtStart",
                "Download",
                "Empty",
                "EveryHour",
                "EverySecond",
                "Failing",
                "FailingInPoison",
                "Hello",
                "Json",
                "Process",
                "Slow",
                "Started",
                "Text",
                "Throws",
                "Typed",
                "Upload",
            ],
            sample.Host.Functions);
    }

    [Fact]
    public async Task Start_FunctionThatDoesNotLoad_StopsWithItsNameAndReason()
    {
        using TemporaryCopy copy = new(SampleHost.Application);
        copy.Remove("NCrontab.Signed");

        LocalHostException stopped = await Assert.ThrowsAsync<LocalHostException>(() =>
            SampleHost.StartAsync(azurite, application: copy.Path));
        Assert.Contains("Function Typed does not load", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("NCrontab", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WorkerThatEndsAtOnce_SaysWhatItSaid()
    {
        using TemporaryCopy copy = new(SampleHost.Application);
        File.Delete(System.IO.Path.Combine(copy.Path, "Microsoft.Azure.Functions.Worker.Core.dll"));

        LocalHostException stopped = await Assert.ThrowsAsync<LocalHostException>(() =>
            SampleHost.StartAsync(azurite, application: copy.Path));
        Assert.Contains("Microsoft.Azure.Functions.Worker.Core", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EmptyFolder_SaysThatThereIsNoApplication()
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory("pianozona-vuota-");
        LocalHostException stopped = await Assert.ThrowsAsync<LocalHostException>(() =>
            SampleHost.StartAsync(azurite, application: empty.FullName));
        empty.Delete();
        Assert.Contains("host.json is missing", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kill_WorkerInMidWork_IsReplacedAndTheMessageTriedAgain()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        int worker = await sample.WorkerAsync();
        await sample.SendAsync("lenti", "ripreso");
        await sample.CountAsync($"begun ripreso {worker}", 1);
        using (Process process = Process.GetProcessById(worker))
        {
            process.Kill();
        }

        await sample.LineAsync(line =>
            line.StartsWith("begun ripreso", StringComparison.Ordinal)
            && !line.EndsWith($" {worker}", StringComparison.Ordinal));
        sample.Sign("ripreso");
        await sample.CountAsync("done ripreso", 1);
        await sample.EmptyAsync("lenti");
        Assert.NotEqual(worker, await sample.WorkerAsync());
        Assert.Single(sample.Journal, line => line == "done ripreso");
    }

    [Fact]
    public async Task Stop_Worker_LeavesWithIt()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        int worker = await sample.WorkerAsync();
        await sample.StopAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(worker));
    }

    /// <summary>A published application of which parts can be taken away.</summary>
    private sealed class TemporaryCopy : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-copia-");

        public TemporaryCopy(string source)
        {
            foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                string target = System.IO.Path.Combine(folder.FullName, System.IO.Path.GetRelativePath(source, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path => folder.FullName;

        /// <summary>
        /// As if a package had never been there: its assembly is gone, and nothing says that it should be there.
        /// </summary>
        public void Remove(string package)
        {
            File.Delete(System.IO.Path.Combine(Path, package + ".dll"));
            string manifest = Directory.EnumerateFiles(Path, "*.deps.json").Single();
            JObject json = JObject.Parse(File.ReadAllText(manifest));
            foreach (JProperty entry in json.Descendants()
                    .OfType<JProperty>()
                    .Where(entry =>
                        entry.Name == package || entry.Name.StartsWith(package + "/", StringComparison.Ordinal))
                    .ToList())
            {
                entry.Remove();
            }

            File.WriteAllText(manifest, json.ToString());
        }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
