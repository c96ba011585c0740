using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reconciliation;

/// <summary>RIC-10: who has not sent what is expected. A refused upload is not in force, so it does not count.</summary>
public static class Completeness
{
    /// <summary>The rule.</summary>
    public const string Code = "RIC-10";

    /// <summary>
    /// Who is missing. Where somebody has sent a flow for a period, each expected sender that has not is named: neither it nor an
    /// agency for it. Where nobody has, and the Ambito states its own deadlines, one discrepancy says so once the day is past.
    /// </summary>
    /// <param name="ambito">Senders, deadlines and settings of flows.</param>
    /// <param name="current">Every upload in force in the Ambito.</param>
    /// <param name="today">Today in Italy.</param>
    /// <param name="moves">The days that deadlines were moved to; null = none.</param>
    public static IReadOnlyList<Discrepancy> Missing(
        Ambito ambito, IReadOnlyCollection<CurrentUpload> current, DateOnly today, DeadlineMoves? moves = null)
    {
        DeadlineMoves moved = moves ?? DeadlineMoves.None;
        ILookup<(string Flow, string Period), CurrentUpload> uploads = current.ToLookup(upload => (upload.Slot.Flow, upload.Slot.Period));
        IEnumerable<Discrepancy> begun = uploads
            .SelectMany(group => Expectation.Of(ambito, group.Key.Flow, Period.Parse(group.Key.Period), moved)
                .Where(expectation => expectation.IsBegun(group))
                .SelectMany(expectation => expectation.Senders
                    .Where(sender => !Expectation.Covers(group, sender))
                    .Select(sender => One(expectation with { Due = expectation.DueFor(ambito, sender, moved) }, sender, today))));
        IEnumerable<Discrepancy> silent = Expectation.PastDue(ambito, today, moved)
            .Where(expectation => !expectation.IsBegun(uploads[(expectation.Flow, expectation.Period.Text)]))
            .Select(expectation => NoneOf(expectation, today));
        return
        [
            .. begun.Concat(silent)
                .OrderBy(found => found.Year)
                .ThenBy(found => found.Body, StringComparer.Ordinal)
                .ThenBy(found => found.Text, StringComparer.Ordinal),
        ];
    }

    private static Discrepancy One(Expectation expectation, Sender sender, DateOnly today) =>
        Report(expectation, sender.Code, $"{sender.Name} ({sender.Code}) non ha inviato", today);

    private static Discrepancy NoneOf(Expectation expectation, DateOnly today) => Report(
        expectation,
        body: null,
        expectation.Senders is [Sender only]
            ? $"{only.Name} ({only.Code}) non ha inviato"
            : string.Create(CultureInfo.InvariantCulture, $"nessuno dei {expectation.Senders.Count} {PluralOf(expectation.Audience)} ha inviato"),
        today);

    private static Discrepancy Report(Expectation expectation, string? body, string who, DateOnly today)
    {
        DateOnly? due = expectation.Due;
        string term = due is not { } day
            ? "non risulta un termine"
            : string.Create(CultureInfo.InvariantCulture, $"il termine {(day < today ? "era" : "è")} il {day:dd/MM/yyyy}");
        string text = Rule.Fill(
            RuleCatalogue.Of(Code).Message,
            [
                ("flusso", FlowCatalogue.Find(expectation.Flow)?.Title ?? expectation.Flow),
                ("periodo", expectation.Period.Text),
                ("mittente", who),
                ("termine", term),
            ]);
        return new Discrepancy(
            Code, due >= today ? Severity.Info : Severity.Warning, Fund: null, expectation.Period.Year, body,
            Declared: null, Computed: null, Difference: null, text, Evidence: []);
    }

    private static string PluralOf(SenderKind kind) => kind switch
    {
        SenderKind.Comune => "Comuni",
        SenderKind.Agency => "enti",
        SenderKind.Provider => "enti gestori",
        SenderKind.PlanOffice => "Uffici di Piano",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
