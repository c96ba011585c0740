using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Rules;
using PianoZona.Hub.Discrepancies;
using PianoZona.Web.Rules;

namespace PianoZona.Functions.Answers;

/// <summary>Who would fail if a rule on trial held.</summary>
internal static class TrialJson
{
    /// <summary>The uploads as data.</summary>
    public static object Of(Rule rule, IReadOnlyList<TrialFailure> failures) => new
    {
        regola = rule.Code,
        titolo = rule.Title,
        gravitaPrevista = ReportColumns.Severity(rule.Severity),
        invii = failures.Select(failure => new
        {
            mittente = failure.Slot.Sender,
            flusso = failure.Slot.Flow,
            periodo = failure.Slot.Period,
            esito = failure.ReceiptId,
            segnalazioni = failure.Breaches,
        }),
    };

    /// <summary>The uploads as a page.</summary>
    public static TrialView PageOf(Rule rule, IEnumerable<TrialFailure> failures) => new(
        rule,
        [
            .. failures.Select(failure => new TrialLine(
                failure.Slot.Sender, failure.Slot.Flow, failure.Slot.Period, failure.ReceiptId, failure.Breaches)),
        ]);
}
