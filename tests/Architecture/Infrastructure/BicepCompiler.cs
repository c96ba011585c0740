using System.Diagnostics;
using System.Reflection;

namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>The genuine Bicep compiler, as its package brings it; it needs neither the network nor ICU.</summary>
internal static class BicepCompiler
{
    private static readonly string Program = typeof(BicepCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key is "Bicep").Value!;

    /// <summary>Runs it in a folder.</summary>
    /// <returns>Its exit code, and what it wrote to its output and about findings.</returns>
    public static async Task<(int ExitCode, string Output, string Findings)> RunAsync(
        string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        // A program of one file unpacks its libraries: else below the home folder, which may be missing or read-only.
        start.Environment["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(AppContext.BaseDirectory, "bicep");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> findings = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await findings);
    }
}
