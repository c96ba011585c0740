using System.Diagnostics;
using System.Globalization;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Workers;

/// <summary>A host that is killed leaves nothing behind.</summary>
public sealed class OrphanTests
{
    [Fact]
    public async Task Kill_OfTheHost_EndsItsWorkerAndItsEmulator()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-orfani-");
        int worker;
        int emulator;
        using (Process host = await CommandLine.StartUntilAsync("Ctrl-C", folder.FullName, "up", "--port", "0"))
        {
            worker = WorkerProcesses.Of(host.Id);
            emulator = int.Parse(
                await File.ReadAllTextAsync(Path.Combine(folder.FullName, ".pianozona", "azurite", "azurite.pid")),
                CultureInfo.InvariantCulture);
            Assert.True(WorkerProcesses.IsRunning(worker) && WorkerProcesses.IsRunning(emulator));
            host.Kill(); // SIGKILL, and to the host alone
            await host.WaitForExitAsync();
        }

        // The emulator saves first.
        await HubFixture.EventuallyAsync(
            () => !WorkerProcesses.IsRunning(worker) && !WorkerProcesses.IsRunning(emulator));
        folder.Delete(recursive: true);
    }
}
