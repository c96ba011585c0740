using PianoZona.Cli.Local;

namespace PianoZona.EndToEnd.Commands;

/// <summary>The commands that the README asks a reader to type, run as they stand.</summary>
public sealed class ReadmeTests : IDisposable
{
    private const string Prefix = "dotnet run --project src/Cli -- ";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-readme-");

    public static TheoryData<string> Commands =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "comandi-readme.txt"))
                .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(line => line[Prefix.Length..]),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OfTheReadme_Works(string command)
    {
        // The demonstration data stand beside the command; what is written goes into a folder of the test.
        string[] arguments =
        [
            .. command
                .Split(' ')
                .Select(word =>
                    word.StartsWith("src/Cli/Demo", StringComparison.Ordinal)
                        ? DemoData.Folder + word["src/Cli/Demo".Length..]
                    : word == "risultati" ? Path.Combine(folder.FullName, word)
                    : word),
        ];
        if (arguments is ["up"])
        {
            await ServerAsync(arguments);
            return;
        }

        (int exit, string output, string error) = await CommandLine.RunAsync(arguments);
        Assert.True(exit == 0, $"{exit}: {output}{error}");
        Assert.NotEmpty(output);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // It runs until Ctrl-C, which must end it cleanly.
    private async Task ServerAsync(string[] arguments)
    {
        (int exit, string output, string error) = await CommandLine.RunUntilAsync(
            "Ctrl-C", folder.FullName, [.. arguments, "--port", "0"]);
        Assert.True(exit == 0, $"{exit}: {output}{error}");
        Assert.Contains("/cruscotto", output, StringComparison.Ordinal);
    }
}
