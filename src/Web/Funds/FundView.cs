using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Funds;

/// <summary>
/// A fund year: balances by body, discrepancies, and every movement with the file and rows it comes from.
/// </summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="FundName">Name of the fund; null when the Ambito has no such fund.</param>
/// <param name="Balances">Balances, the whole Ambito first.</param>
/// <param name="Grants">What is foreseen, granted and cashed.</param>
/// <param name="Years">The fund years of the fund, with what is carried over.</param>
/// <param name="Discrepancies">What does not agree.</param>
/// <param name="Movements">The movements, and those that do not count any more.</param>
public sealed record FundView(
    string Ambito, FundKey Fund, string? FundName, IReadOnlyList<BodyBalance> Balances,
    IReadOnlyList<GrantLine> Grants, IReadOnlyList<CarryOverYear> Years, IReadOnlyList<DiscrepancyState> Discrepancies,
    IReadOnlyList<MovementLine> Movements)
    : PageView(string.Create(CultureInfo.InvariantCulture, $"{Fund.Fund} {Fund.Year} · {Ambito}"))
{
    internal override Type Component => typeof(FundPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Cruscotto", Addresses.Dashboard)];

    internal override string? Section => Addresses.Dashboard;

    /// <summary>The view of a fund year.</summary>
    /// <param name="ambito">Names.</param>
    /// <param name="state">The fund year.</param>
    /// <param name="years">The fund years of its fund, with what is carried over.</param>
    /// <param name="discrepancies">Those about it, and where they stand.</param>
    /// <param name="leftOut">Its movements that do not count, because another sender tells the same.</param>
    public static FundView Of(
        Ambito ambito, FundState state, IReadOnlyList<CarryOverYear> years,
        IReadOnlyList<DiscrepancyState> discrepancies, IReadOnlyList<LeftOutEntry> leftOut) => new(
        ambito.Name, state.Fund, ambito.FindFund(state.Fund.Fund)?.Name,
        [
            .. state.Balances.Select(balance =>
                new BodyBalance(NamedBody.Of(ambito, balance.Body), BalanceLine.Of(ambito, state, balance))),
        ],
        GrantLine.Of(state), years, discrepancies,
        [
            .. Counted(ambito, state), .. Reversed(ambito, state),
            .. leftOut.Select(left => LeftOut(ambito, left)),
        ]);

    private static IEnumerable<MovementLine> Counted(Ambito ambito, FundState state) => state.Contributions.SelectMany(
        contribution => contribution.Entries.Select(entry => new MovementLine(
            ReportColumns.Kind(entry.Kind), NamedBody.Of(ambito, entry.Beneficiary), entry, contribution.ReceiptId,
            CountsIn: null)));

    private static MovementLine LeftOut(Ambito ambito, LeftOutEntry left) => new(
        $"{ReportColumns.Kind(left.Entry.Kind)}, non conta", NamedBody.Of(ambito, left.Entry.Beneficiary), left.Entry,
        left.Of.ReceiptId, left.CountsIn)
    {
        Instead = "quanto dice un altro mittente",
    };

    private static IEnumerable<MovementLine> Reversed(Ambito ambito, FundState state) =>
        CountedEntries.Reversals(state).Select(reversal => new MovementLine(
            $"{ReportColumns.Kind(reversal.Entry.Kind)}, non conta più",
            NamedBody.Of(ambito, reversal.Entry.Beneficiary), reversal.Entry, reversal.Of.ReceiptId,
            reversal.ToldAgainIn));
}

/// <param name="Body">Whose it is.</param>
public sealed record BodyBalance(NamedBody Body, BalanceLine Figures);

/// <param name="Kind">What it is, in Italian.</param>
/// <param name="Body">Whom it is for.</param>
/// <param name="Entry">Its figures.</param>
/// <param name="Receipt">Number of the receipt of its upload.</param>
/// <param name="CountsIn">The upload that counts in its place; null = it counts itself.</param>
public sealed record MovementLine(string Kind, NamedBody Body, LedgerEntry Entry, string Receipt, string? CountsIn)
{
    /// <summary>What counts in its place, in Italian.</summary>
    public string Instead { get; init; } = "l'ultimo stato";
}
