using System.CommandLine;
using PianoZona.LocalHost;
using PianoZona.LocalServices.Azurite;

namespace PianoZona.Cli;

/// <summary>A mistake of the caller: the message, in Italian, says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Runs a command, and turns what can go wrong into a message and an exit code.</summary>
internal static class Invocation
{
    public static async Task<int> RunAsync(RootCommand root, string[] args, TextWriter messages)
    {
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await messages.WriteLineAsync(error.Message);
            }

            await messages.WriteLineAsync("Per l'elenco dei comandi: pianozona --help");
            return ExitCodes.Usage;
        }

        try
        {
            // Exceptions are told apart below; the library would print them with their stack.
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            };
            return await parsed.InvokeAsync(configuration);
        }
        catch (UsageException exception)
        {
            await messages.WriteLineAsync(exception.Message);
            return ExitCodes.Usage;
        }
        catch (AzuriteException exception)
        {
            await messages.WriteLineAsync(exception.Message);
            return ExitCodes.Failed;
        }
        catch (LocalHostException exception)
        {
            await messages.WriteLineAsync($"Il punto di raccolta non parte: {exception.Message}");
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await messages.WriteLineAsync(
                "Interrotto: quanto fatto resta valido, e lo stesso comando riprende da qui.");
            return ExitCodes.Interrupted;
        }
    }
}
