using System.CommandLine;
using PianoZona.Contracts.Text;

namespace PianoZona.Cli.Commands;

/// <summary>Options that several commands have, and how their values are read.</summary>
internal static class SharedOptions
{
    public static Option<int> Port() => new("--port")
    {
        Description = "Porta delle pagine su questa macchina; 0 = una libera.",
        DefaultValueFactory = _ => 7071,
    };

    public static Option<string?> Storage() => new("--storage")
    {
        Description = "Stringa di connessione di un emulatore già avviato (altrimenti si avvia Azurite).",
    };

    public static Option<string?> Today() =>
        new("--today") { Description = "Il giorno da usare come oggi (AAAA-MM-GG)." };

    /// <summary>A day of the command line.</summary>
    /// <exception cref="UsageException">It is no day.</exception>
    public static DateOnly? Day(string? text) => text is null ? null
        : IsoDay.TryParse(text, out DateOnly day) ? day
        : throw new UsageException($"--today: «{text}» non è una data; scriverla come 2026-02-01.");
}
