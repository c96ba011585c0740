using System.CommandLine;
using System.Text;
using PianoZona.Cli;
using PianoZona.Cli.Commands;

Console.OutputEncoding = Encoding.UTF8;
RootCommand root = new("pianozona: il punto di raccolta dei dati dell'Ufficio di Piano, dalla riga di comando.")
{
    DemoCommand.Create(),
    UpCommand.Create(),
    RunCommand.Create(),
    RemindCommand.Create(),
    ValidateCommand.Create(),
    AllocateCommand.Create(),
};
return await Invocation.RunAsync(root, args);
