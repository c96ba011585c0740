using System.Diagnostics;
using System.Text;

namespace PianoZona.EndToEnd.Commands;

/// <summary>What the start of a command loads: a check of one file does not wait for pages, mails or storage.</summary>
public sealed class StartTests : IDisposable
{
    private const string Loader = "Microsoft-Windows-DotNETRuntime:0x8:4";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-start-");

    [Fact]
    public async Task Validate_OfAFile_LoadsNoPages()
    {
        string file = Path.Combine(folder.FullName, "dati.csv");
        await File.WriteAllTextAsync(file, "ente;anno;area;importo\n018030;2020;ANZIANI;1.234,56\n");

        string loaded = await LoadedByAsync("validate", file, "--flow", "spesa-sociale");

        Assert.Contains("PianoZona.Validation, Version", loaded, StringComparison.Ordinal);
        Assert.All(
            [
                "PianoZona.Web", "PianoZona.Notification", "Microsoft.AspNetCore.Components", "Microsoft.Graph",
                "Azure.Storage.Blobs",
            ],
            name => Assert.DoesNotContain($"{name}, Version", loaded, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The runtime itself writes down what it loads.
    private async Task<string> LoadedByAsync(params string[] arguments)
    {
        string trace = Path.Combine(folder.FullName, "caricati.nettrace");
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "pianozona.dll"), .. arguments])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        };
        start.Environment["DOTNET_EnableEventPipe"] = "1";
        start.Environment["DOTNET_EventPipeConfig"] = Loader;
        start.Environment["DOTNET_EventPipeOutputPath"] = trace;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);

        // Texts are UTF-16, at even or odd places.
        byte[] bytes = await File.ReadAllBytesAsync(trace);
        return Encoding.Unicode.GetString(bytes) + Encoding.Unicode.GetString(bytes.AsSpan(1));
    }
}
