using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>An amount that may not exceed another: what the checks of RIC-02 share.</summary>
/// <param name="Spent">The kind of the amount that is spent.</param>
/// <param name="SpentWord">How it is called, e.g. <c>impegnati</c>.</param>
/// <param name="Available">The kind of the amount that limits it.</param>
/// <param name="AvailableWord">How it is called, e.g. <c>ripartiti</c>.</param>
internal sealed record Overrun(EntryKind Spent, string SpentWord, EntryKind Available, string AvailableWord)
{
    /// <summary>The rule.</summary>
    public const string Code = "RIC-02";

    /// <summary>Reports the overrun, if there is one above the tolerance of the reports of spending.</summary>
    /// <param name="figures">The figures of the fund year.</param>
    /// <param name="figure">Whose they are.</param>
    /// <param name="spent">What is spent.</param>
    /// <param name="available">What limits it.</param>
    /// <param name="qualifier">How sure the limit is.</param>
    public IEnumerable<Discrepancy> Check(
        FundFigures figures, Balance figure, Money? spent, Money? available, string? qualifier = null)
    {
        if (spent is { } over
            && available is { } limit
            && over - limit > Money.Zero
            && over - limit > figures.ToleranceOf(Rendicontazione.Schema.Code, figure.Body)
            && QualifierWeight.Above(qualifier, Severity.Error) is { } severity)
        {
            yield return figures.Report(
                Code, severity, figure, over, limit, [Spent, Available],
                ("speso", $"{SpentWord} {over.ToItalian()} €"),
                (
                    "disponibile",
                    $"{AmountQualifier.InWords(limit, qualifier)} € {AvailableWord}, cioè "
                        + $"{(over - limit).ToItalian()} € in più"));
        }
    }
}
