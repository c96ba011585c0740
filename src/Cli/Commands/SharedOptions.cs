using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using PianoZona.Contracts;
using PianoZona.Contracts.Text;
using PianoZona.Storage;

namespace PianoZona.Cli.Commands;

/// <summary>Options that several commands have, and how their values are read.</summary>
internal static class SharedOptions
{
    private const int UsualPort = 7071;

    // The mail sandbox answers on the next one.
    private const int LastPort = IPEndPoint.MaxPort - 1;

    public static Option<int> Port() => new("--port")
    {
        Description = "Porta delle pagine su questa macchina; 0 = una libera.",
        DefaultValueFactory = _ => UsualPort,
        CustomParser = PortOf,
    };

    public static Option<string?> Storage() => new("--storage")
    {
        Description = "Stringa di connessione di un emulatore già avviato (altrimenti si avvia Azurite).",
    };

    public static Option<string?> Today() =>
        new("--today") { Description = "Il giorno da usare come oggi (AAAA-MM-GG)." };

    /// <summary>A connection string of the command line.</summary>
    /// <exception cref="UsageException">It is none; what was written is not repeated: it may hold a key.</exception>
    public static string? Connection(string? text) => text is null || StorageConnection.IsConnectionString(text) ? text
        : throw new UsageException(
            "--storage: non è una stringa di connessione; per un emulatore si scrive UseDevelopmentStorage=true.");

    /// <summary>A day of the command line.</summary>
    /// <exception cref="UsageException">It is no day, or one that no period is about.</exception>
    public static DateOnly? Day(string? text) => text is null ? null
        : !IsoDay.TryParse(text, out DateOnly day)
            ? throw new UsageException($"--today: «{text}» non è una data; scriverla come 2026-02-01.")
        : day.Year is < Period.FirstYear or > Period.LastYear
            ? throw new UsageException(
                $"--today: «{text}» è fuori dagli anni previsti, dal {Period.FirstYear} al {Period.LastYear}.")
        : day;

    private static int PortOf(ArgumentResult argument)
    {
        string text = argument.Tokens is [{ Value: { } value }] ? value : string.Empty;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= LastPort)
        {
            return port;
        }

        argument.AddError($"--port: «{text}» non è una porta; scrivere un numero da 0 a {LastPort}.");
        return UsualPort;
    }
}
