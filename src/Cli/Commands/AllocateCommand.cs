using System.CommandLine;
using PianoZona.Allocation;
using PianoZona.Cli.Reports;

namespace PianoZona.Cli.Commands;

/// <summary><c>allocate PLAN.json [--json]</c>: divides an amount to the cent.</summary>
internal static class AllocateCommand
{
    public static Command Create()
    {
        Argument<string> plan = new("PLAN")
        {
            Description = "Il piano di riparto (JSON): importo, linee, beneficiari, criteri.",
        };
        Option<bool> json = new("--json") { Description = "Stampa il risultato in JSON." };
        Command command = new("allocate", "Divide una somma fra i beneficiari secondo i criteri, al centesimo.")
        {
            plan,
            json,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(plan), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string path, bool json)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"Il file {path} non esiste.");
        }

        PlanReadResult read = AllocationPlanJson.Read(File.ReadAllText(path));
        if (read.Plan is null)
        {
            throw new UsageException(
                $"Errori in {path}:\n" + string.Join('\n', read.Errors.Select(error => $"  {error}")));
        }

        AllocationResult result = Allocator.Allocate(read.Plan);
        if (json)
        {
            Console.WriteLine(AllocationPlanJson.Write(result));
        }
        else
        {
            AllocationTable.Write(result);
        }

        return ExitCodes.Done;
    }
}
