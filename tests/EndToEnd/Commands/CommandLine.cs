using System.Diagnostics;
using System.Globalization;
using System.Text;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Commands;

/// <summary>The <c>pianozona</c> command, run as scripts run it: a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Patience.Limit);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs a command and kills it (SIGKILL) after a time; it may have ended before.</summary>
    public static async Task<bool> RunAndKillAsync(TimeSpan after, params string[] arguments)
    {
        using Process process = Start(arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(after);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            return true;
        }
    }

    /// <summary>Runs a command and kills it (SIGKILL) as soon as it says how far its work is.</summary>
    public static async Task RunAndKillAtWorkAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        _ = process.StandardOutput.ReadToEndAsync();
        using CancellationTokenSource limit = new(Patience.Limit);
        Assert.NotNull(await process.StandardError.ReadLineAsync(limit.Token));
        process.Kill();
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Runs a command until it prints a text, then interrupts it as Ctrl-C does.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunUntilAsync(
        string text, string folder, params string[] arguments)
    {
        using Process process = Start(arguments, folder);
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Patience.Limit);
        StringBuilder output = new();
        while (!output.ToString().Contains(text, StringComparison.Ordinal)
            && await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            output.AppendLine(line);
        }

        using Process interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(limit.Token);
        output.Append(await process.StandardOutput.ReadToEndAsync(limit.Token));
        return (process.ExitCode, output.ToString(), await error);
    }

    /// <summary>Starts a command and waits until it prints a text; the caller ends it.</summary>
    public static async Task<Process> StartUntilAsync(string text, string folder, params string[] arguments)
    {
        Process process = Start(arguments, folder);
        _ = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Patience.Limit);
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(limit.Token);
        }
        while (line?.Contains(text, StringComparison.Ordinal) == false);

        Assert.NotNull(line);
        return process;
    }

    // Who runs the tests in the background has them ignore Ctrl-C, and so all that they start.
    private static Process Start(string[] arguments, string? folder = null) => Process.Start(
        new ProcessStartInfo(
            "env",
            [
                "--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "pianozona.dll"), .. arguments,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        })!;
}
