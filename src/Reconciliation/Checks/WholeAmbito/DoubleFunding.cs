using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-05: what all funds, senders and years charge on one document does not exceed its total. Where nobody states the
/// total, a document that several funds, bodies or files charge is a warning. The same document is that of the same
/// supplier, number and date.
/// </summary>
internal sealed class DoubleFunding : IAmbitoCheck
{
    public string Code => "RIC-05";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        ILookup<string, Charge> documents = figures.InOrder
            .SelectMany(state => state.Contributions.SelectMany(contribution => contribution.Documents
                .Where(claim => claim.Fingerprint is not null)
                .Select(claim => new Charge(contribution.ReceiptId, claim))))
            .ToLookup(charge => charge.Claim.Fingerprint!, StringComparer.Ordinal);
        return documents
            .OrderBy(document => document.Key, StringComparer.Ordinal)
            .SelectMany(document => document.Key == DocumentFingerprint.NotTold
                ? [NotCompared(figures, [.. document])]
                : CheckOne(figures, [.. document]));
    }

    private IEnumerable<Discrepancy> CheckOne(AmbitoFigures figures, IReadOnlyList<Charge> charges)
    {
        Money sum = SumOf(charges);
        Money? total = charges.Min(charge => charge.Claim.Total);
        if (total is { } limit)
        {
            Money over = sum - limit;
            if (over > Money.Zero && over > figures.Ambito.SettingsOf(Rendicontazione.Schema.Code).Tolerance)
            {
                yield return Report(
                    figures, Severity.Error, charges, limit, "Stesso documento",
                    $"più del suo totale di {limit.ToItalian()} €: {over.ToItalian()} € in più");
            }
        }
        else if (charges
            .Select(charge => (charge.Claim.Fund, charge.Claim.Beneficiary, charge.ReceiptId))
            .Distinct()
            .Skip(1)
            .Any())
        {
            yield return Report(
                figures,
                Severity.Warning,
                charges,
                null,
                "Stesso documento",
                "senza che ne sia indicato il totale («totale_documento»)");
        }
    }

    private Discrepancy NotCompared(AmbitoFigures figures, IReadOnlyList<Charge> charges) =>
        Report(
            figures,
            Severity.Info,
            charges,
            null,
            "Documenti non confrontati",
            "in file con troppi documenti per confrontarli uno a uno");

    private Discrepancy Report(
        AmbitoFigures figures,
        Severity severity,
        IReadOnlyList<Charge> charges,
        Money? total,
        string document,
        string comparison)
    {
        FundKey[] funds = [.. charges.Select(charge => charge.Claim.Fund).Distinct()];
        string?[] bodies = [.. charges.Select(charge => charge.Claim.Beneficiary).Distinct(StringComparer.Ordinal)];
        IEnumerable<string> places = charges
            .GroupBy(charge => (charge.Claim.Fund, charge.Claim.Beneficiary))
            .OrderBy(group => group.Key.Fund)
            .ThenBy(group => group.Key.Beneficiary, StringComparer.Ordinal)
            .Select(group =>
                string.Create(CultureInfo.InvariantCulture, $"{group.Key.Fund.Fund} {group.Key.Fund.Year}, ")
                + $"{figures.Writer.NameOf(group.Key.Beneficiary)}: {SumOf(group).ToItalian()} €");
        Money sum = SumOf(charges);
        DiscrepancyFacts facts = new(
            Code,
            severity,
            funds is [var fund] ? fund : null,
            bodies is [var body] ? body : null,
            sum,
            total,
            EvidenceOf(charges));
        string fingerprint = charges[0].Claim.Fingerprint!;
        return figures.Writer.Write(
            facts,
            ("documento", document),
            ("quote", sum.ToItalian()),
            ("dove", string.Join("; ", places)),
            ("confronto", comparison)) with
        {
            Subject = fingerprint == DocumentFingerprint.NotTold ? null : fingerprint,
        };
    }

    private static Money SumOf(IEnumerable<Charge> charges) =>
        charges.Aggregate(Money.Zero, (sum, charge) => sum + charge.Claim.Share);

    private static List<Evidence> EvidenceOf(IEnumerable<Charge> charges) =>
        [
            .. charges
                .GroupBy(charge => charge.ReceiptId, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Evidence(
                    group.Key,
                    RowSet.Union(group.Select(charge => charge.Claim.Rows)).ToString())),
        ];

    private sealed record Charge(string ReceiptId, DocumentClaim Claim);
}
