using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>The verdict on one file, as its receipt will give it.</summary>
/// <param name="Outcome">The verdict.</param>
/// <param name="Rows">Counts: read = accepted + refused.</param>
/// <param name="Totals">Totals of the accepted rows, by column and fund; a column without any value has none.</param>
/// <param name="CheckTotals">TOTALE cells compared.</param>
/// <param name="Problems">At most <see cref="Receipt.MaxProblems"/>, by code and row.</param>
/// <param name="ProblemCounts">All of them, by code.</param>
public sealed record ValidationResult(
    Outcome Outcome,
    RowCounts Rows,
    IReadOnlyList<ColumnTotal> Totals,
    IReadOnlyList<CheckTotal> CheckTotals,
    IReadOnlyList<Problem> Problems,
    IReadOnlyDictionary<string, int> ProblemCounts)
{
    /// <summary>Figures of the accepted rows that are not posted; none where nothing is.</summary>
    public IReadOnlyList<UnpostedTotal> NotPosted { get; init; } = [];

    /// <summary>The verdict on a file whose rows cannot be read, or whose path is wrong.</summary>
    /// <param name="problems">Why.</param>
    public static ValidationResult Unreadable(IReadOnlyList<Problem> problems)
    {
        ProblemLog log = new(RuleSets.Latest);
        foreach (Problem problem in problems)
        {
            log.Add(problem);
        }

        return From(log, new RowCounts(0, 0, 0, 0), [], [], refused: true);
    }

    /// <summary>
    /// Puts a verdict together. A quarantined file's verdict holds nothing of its content: only where the personal data
    /// are.
    /// </summary>
    internal static ValidationResult From(
        ProblemLog log,
        RowCounts rows,
        IReadOnlyList<ColumnTotal> totals,
        IReadOnlyList<CheckTotal> checkTotals,
        bool refused = false)
    {
        if (log.Counts.ContainsKey(PersonalData.Code))
        {
            log.KeepOnly(PersonalData.Code);
            return new ValidationResult(Outcome.Quarantined, rows, [], [], log.List(), log.Counts);
        }

        Outcome outcome = (log.Worst, refused) switch
        {
            (_, true) or (Severity.Error, _) => Outcome.Refused,
            (Severity.Warning, _) => Outcome.AcceptedWithWarnings,
            _ => Outcome.Accepted,
        };
        return new ValidationResult(outcome, rows, totals, checkTotals, log.List(), log.Counts);
    }
}
