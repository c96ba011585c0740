using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation;

/// <summary>
/// Which funds of a file have amounts of different basis (a year, three years): those are never added, not even on a
/// receipt.
/// </summary>
internal sealed class MixedBases(FlowSchema flow, string ruleSet)
{
    private readonly bool applies = flow == Assegnazioni.Schema && RuleSets.Includes(ruleSet, RuleSets.TwelveFlows);
    private readonly Dictionary<string, string> bases = new(StringComparer.Ordinal);
    private readonly HashSet<string> mixed = new(StringComparer.Ordinal);

    /// <summary>Adds an accepted row.</summary>
    public void Add(ValidRow row)
    {
        if (!applies || row.Money(Assegnazioni.Importo) is null)
        {
            return;
        }

        string fund = row.Text(Assegnazioni.Fondo)!;
        string basis = Basis.Of(row.Text(Assegnazioni.Base));
        if (!bases.TryAdd(fund, basis) && bases[fund] != basis)
        {
            mixed.Add(fund);
        }
    }

    /// <summary>The totals that are sums.</summary>
    public IReadOnlyList<ColumnTotal> Without(IReadOnlyList<ColumnTotal> totals) =>
        mixed.Count == 0 ? totals : [.. totals.Where(total => total.Fund is null || !mixed.Contains(total.Fund))];
}
