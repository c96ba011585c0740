using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-17: after the advance, the money of the PNRR comes on certified progress; what was cashed in later tranches does
/// not exceed what is certified: paid, on a document. Where nothing is certified there is no amount to compare with,
/// and the tranche is told.
/// </summary>
internal sealed class TranchesWithinProgress : IFundCheck
{
    private const string Advance = "ANTICIP";

    public string Code => "RIC-17";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        Money? cashed = figures
            .Entries.Where(pair => IsOnProgress(pair.Entry))
            .Select(pair => (Money?)pair.Entry.Amount)
            .SumOrMissing();
        if (!DocumentedProject.IsOn(figures.Ambito, figures.State.Fund)
            || cashed is not { } received || received <= Money.Zero)
        {
            yield break;
        }

        Money? certified = figures.Documents.Where(claim => claim.IsNamed).Select(claim => claim.Paid).SumOrMissing();
        if (certified is { } progress && received - progress <= figures.ToleranceOf(Rendicontazione.Schema.Code))
        {
            yield break;
        }

        DiscrepancyFacts facts = new(
            Code, Severity.Warning, figures.State.Fund, null, received, certified,
            [
                .. EvidenceList.Of(figures.State, (LedgerEntry entry) => IsOnProgress(entry)),
                .. EvidenceList.Of(figures.State, (DocumentClaim claim) => claim.IsNamed && claim.Paid is not null),
            ]);
        yield return figures.Writer.Write(
            facts,
            ("incassato", received.ToItalian()),
            (
                "certificato",
                certified is { } known
                    ? $"{known.ToItalian()} € di avanzamento certificato"
                    : "nessun avanzamento certificato"));
    }

    // A tranche without a name may be the advance: nothing is said of it.
    private static bool IsOnProgress(LedgerEntry entry) =>
        entry is { Kind: EntryKind.Cashed, Purpose: { } tranche }
        && !NameKey.Of(tranche).Contains(Advance, StringComparison.Ordinal);
}
