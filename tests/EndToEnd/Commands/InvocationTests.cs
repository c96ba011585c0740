using System.CommandLine;
using PianoZona.Cli;
using PianoZona.Cli.Commands;
using PianoZona.Cli.Local;
using PianoZona.LocalHost;

namespace PianoZona.EndToEnd.Commands;

public sealed class InvocationTests
{
    [Fact]
    public async Task RunAsync_HostThatDoesNotStart_SaysWhyWithoutAStackAndFails()
    {
        RootCommand root = new();
        root.SetAction((_, _) => throw new LocalHostException("host.json is missing."));
        await using StringWriter messages = new();

        int code = await Invocation.RunAsync(root, [], messages);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal("Il punto di raccolta non parte: host.json is missing.", messages.ToString().Trim());
    }

    [Theory]
    [InlineData("--storage: non è una stringa di connessione", "up", "--storage", "garbage")]
    [InlineData("--storage: non è una stringa di connessione", "demo", "--storage", "AccountName=a;AccountKey=b")]
    [InlineData("--storage: non è una stringa di connessione", "up", "--storage", "")]
    [InlineData("--port: «70000» non è una porta", "up", "--port", "70000")]
    [InlineData("--port: «65535» non è una porta", "up", "--port", "65535")]
    [InlineData("--port: «-1» non è una porta", "demo", "--port", "-1")]
    [InlineData("--port: «sette» non è una porta", "up", "--port", "sette")]
    [InlineData("--today: «ieri» non è una data", "run", "--data", "x", "--out", "y", "--today", "ieri")]
    [InlineData("--today: «9999-12-31» è fuori", "run", "--data", "x", "--out", "y", "--today", "9999-12-31")]
    [InlineData("La cartella /nessuna non esiste", "run", "--data", "/nessuna", "--out", "y")]
    [InlineData("è un file: serve la cartella", "up", "--data", "DLL")]
    [InlineData("/.stato non si può scrivere", "run", "--data", "DEMO", "--out", "DLL")]
    public async Task RunAsync_OptionThatIsWrong_SaysWhichInItalianAndEndsAsUsage(
        string said, params string[] arguments)
    {
        RootCommand root = new() { UpCommand.Create(), DemoCommand.Create(), RunCommand.Create() };
        await using StringWriter messages = new();

        int code = await Invocation.RunAsync(root, [.. arguments.Select(PathOf)], messages);

        Assert.Equal((ExitCodes.Usage, true), (code, messages.ToString().Contains(said, StringComparison.Ordinal)));
        Assert.DoesNotContain("AccountKey=b", messages.ToString(), StringComparison.Ordinal);
    }

    // A file where a folder is meant, and a folder of data.
    private static string PathOf(string argument) => argument switch
    {
        "DLL" => typeof(InvocationTests).Assembly.Location,
        "DEMO" => DemoData.Folder,
        _ => argument,
    };
}
