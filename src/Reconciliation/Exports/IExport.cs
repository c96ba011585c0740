using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>A table that goes out of the hub.</summary>
public interface IExport
{
    /// <summary>Name in addresses and files.</summary>
    string Name { get; }

    /// <summary>What it is.</summary>
    string Title { get; }

    /// <summary>Makes it. Pure.</summary>
    ReportTable Build(ExportInput input);
}

/// <summary>What an export is made of.</summary>
/// <param name="Ambito">Names and fund catalogue.</param>
/// <param name="States">The reconciled states of all fund years.</param>
/// <param name="Period">The year or month asked for.</param>
/// <param name="Today">Today in Italy.</param>
public sealed record ExportInput(Ambito Ambito, IReadOnlyList<FundState> States, Period Period, DateOnly Today)
{
    internal IEnumerable<FundState> OfYear =>
        States.Where(state => state.Fund.Year == Period.Year).OrderBy(state => state.Fund);

    /// <summary>
    /// The state of a fund in the year, of several that are the same of the catalogue that of all; one without anything
    /// when nothing is known of it.
    /// </summary>
    /// <param name="catalogue">Its code in the built-in catalogue: the Ambito may call it otherwise.</param>
    internal FundState Of(string catalogue)
    {
        FundState[] funds = [.. OfYear.Where(state => Is(state.Fund, catalogue))];
        if (funds is [{ } only])
        {
            return only;
        }

        FundKey fund = new(Ambito.FundOf(catalogue), Period.Year);
        FundState all = new(
            Ambito.Code, fund, Version: null, [.. funds.SelectMany(state => state.Contributions)], [], []);
        return all with { Balances = Balances.Of(all) };
    }

    /// <summary>Whether a fund is one of the built-in catalogue, whatever the Ambito calls it.</summary>
    internal bool Is(FundKey fund, string catalogue) => Ambito.CatalogueOf(fund.Fund) == catalogue;

    /// <summary>How a body is called.</summary>
    internal string NameOf(string? body) => body is null ? string.Empty : Ambito.NameOf(body);
}

/// <summary>What exports share.</summary>
internal static class Sums
{
    /// <summary>
    /// The movements of a state as they count (<see cref="CountedEntries"/>), from one flow or from all.
    /// </summary>
    public static IEnumerable<LedgerEntry> Entries(this FundState state, string? flow = null) =>
        flow is null
            ? CountedEntries.Of(state)
            : CountedEntries.Of(
                state with
                {
                    Contributions = [.. state.Contributions.Where(contribution => contribution.Slot.Flow == flow)],
                });

    /// <summary>The memorandum figures of a kind.</summary>
    public static IEnumerable<Memo> Memos(this FundState state, MemoKind kind) =>
        state.Contributions.SelectMany(contribution => contribution.Memos).Where(memo => memo.Kind == kind);

    /// <summary>The sum of a kind; without value when there is none.</summary>
    public static Money? Of(this IEnumerable<LedgerEntry> entries, EntryKind kind) =>
        entries.Where(entry => entry.Kind == kind).Select(entry => (Money?)entry.Amount).SumOrMissing();

    /// <summary>A figure of the balance of the whole Ambito; without value when nothing is known.</summary>
    public static Money? Whole(this FundState state, Func<Balance, Money?> figure) =>
        state.Balances.Count == 0 ? null : figure(state.Balances[0]);
}
