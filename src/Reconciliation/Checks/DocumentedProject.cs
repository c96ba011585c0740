using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-04: on the lines of the PNRR every row has a CUP, no cost is of the staff who manage the projects, every payment
/// has its document. A CUP of another form never comes as far as this: the file is refused.
/// </summary>
internal sealed class DocumentedProject : IFundCheck
{
    private const string Programme = "PNRR";
    private const string ManagingStaff = "PERSONALE-GESTIONE";

    private static readonly (string What, bool IsNever, Func<DocumentClaim, bool> Breaks)[] Duties =
    [
        ("senza CUP", false, claim => claim.Cup is null),
        ("di personale che gestisce i progetti, non ammissibili", true, claim => claim.CostType == ManagingStaff),
        ("liquidati senza documento", false, claim => !claim.IsNamed && claim.Paid > Money.Zero),
    ];

    public string Code => "RIC-04";

    /// <summary>Whether a fund is a line of the PNRR, whatever the Ambito calls it.</summary>
    public static bool IsOn(Ambito ambito, FundKey fund) => ambito.CatalogueOf(fund.Fund) is { } code
        && (code == Programme || code.StartsWith(Programme + "-", StringComparison.Ordinal));

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        return !IsOn(figures.Ambito, figures.State.Fund)
            ? []
            : from body in figures
                .Documents.Select(claim => claim.Beneficiary)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
            from duty in Duties
            let broken = figures.Documents.Where(claim => claim.Beneficiary == body && duty.Breaks(claim)).ToList()
            where broken.Count > 0
            select Report(figures, body, duty.What, duty.IsNever, broken);
    }

    private Discrepancy Report(FundFigures figures, string? body, string what, bool isNever, List<DocumentClaim> broken)
    {
        Money amount = broken.Aggregate(Money.Zero, (sum, claim) => sum + claim.Share);
        DiscrepancyFacts facts = new(
            Code, Severity.Error, figures.State.Fund, body, amount, isNever ? Money.Zero : null,
            EvidenceList.Of(figures.State, (DocumentClaim claim) => broken.Contains(claim)));
        int rows = broken.Sum(claim => claim.Rows.Count);
        string count = string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "riga" : "righe")}");
        return figures.Writer.Write(facts, ("importo", amount.ToItalian()), ("motivo", what), ("righe", count));
    }
}
