using System.CommandLine;
using PianoZona.Cli;
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
}
