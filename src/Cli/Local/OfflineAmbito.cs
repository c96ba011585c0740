using System.Globalization;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Cli.Local;

/// <summary>What stands in for what <c>validate</c> was not told: the Ambito, the sender, the period.</summary>
internal static class OfflineAmbito
{
    private const string PlanOffice = "ente-udp";

    /// <summary>
    /// An Ambito of unknown members, with the built-in funds: every well-formed code is one of its bodies.
    /// </summary>
    /// <param name="sender">The sender named on the command line, if any.</param>
    public static Ambito For(string? sender)
    {
        Sender standIn = new(
            sender ?? PlanOffice,
            SenderKind.PlanOffice,
            "Mittente",
            [],
            [],
            ["*"],
            null,
            [],
            new Dictionary<int, int>());
        return new Ambito(
            "senza-configurazione",
            "senza configurazione",
            null,
            [standIn],
            [],
            [],
            BuiltInCatalogue.Funds,
            [],
            BuiltInCatalogue.Flows,
            BuiltInCatalogue.Deadlines,
            DeadlinesAreBuiltIn: true)
        {
            IsOpen = true,
        };
    }

    /// <summary>
    /// Without a sender the file is checked as sent by the Ufficio di Piano, which sends for everybody.
    /// </summary>
    public static string SenderOf(Ambito ambito) =>
        (ambito.Office ?? ambito.Senders[0]).Code;

    /// <summary>A period of a kind that the flow has, in the current year.</summary>
    public static string PeriodFor(FlowSchema flow, DateTimeOffset now)
    {
        string year = now.Year.ToString(CultureInfo.InvariantCulture);
        string[] candidates = [year, $"{year}-S1", $"{year}-T1", $"{year}-01", $"{year}-01-01"];
        return candidates.First(candidate => flow.Periods.HasFlag(Period.Parse(candidate).Kind));
    }
}
