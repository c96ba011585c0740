using System.CommandLine;
using System.Text;
using PianoZona.Cli;
using PianoZona.Cli.Commands;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
{
    // A file or another program reads: tables at full width, no colours.
    AnsiConsole.Console = AnsiConsole.Create(
        new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(Console.Out) });
    AnsiConsole.Profile.Width = 160;
}

RootCommand root = new("pianozona: il punto di raccolta dei dati dell'Ufficio di Piano, dalla riga di comando.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    RunCommand.Create(),
    RemindCommand.Create(),
    ValidateCommand.Create(),
    VerifyCommand.Create(),
    AllocateCommand.Create(),
};
return await Invocation.RunAsync(root, args, Console.Error);
