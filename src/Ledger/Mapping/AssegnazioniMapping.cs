using System.Text;
using System.Text.RegularExpressions;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A grant is assigned; one that is cashed is assigned too, and its tranche is kept. One foreseen or not yet assigned
/// is neither, which is not zero: it is kept beside the movements, with its amount where one is stated.
/// </summary>
internal sealed partial class AssegnazioniMapping : IFlowMapping
{
    public FlowSchema Flow => Assegnazioni.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = row.FundYear(Assegnazioni.Fondo, Assegnazioni.Annualita);
        Money? amount = row.Money(Assegnazioni.Importo);
        string? state = row.Text(Assegnazioni.Stato);
        string? tranche = row.Text(Assegnazioni.Tranche);
        string? basis = row.Text(Assegnazioni.Base);
        string? qualifier = row.Text(Assegnazioni.Qualificatore);
        if (state is Assegnazioni.Assegnato or Assegnazioni.Incassato)
        {
            entries.Add(
                fund, EntryKind.Assigned, beneficiary: null, purpose: null, amount, basis: basis, qualifier: qualifier,
                act: ActOf(row));
        }

        if (state is Assegnazioni.Incassato)
        {
            entries.Add(fund, EntryKind.Cashed, beneficiary: null, tranche, amount, qualifier: qualifier);
        }

        if (state is Assegnazioni.Previsto or Assegnazioni.NonAncoraAssegnato)
        {
            MemoKind kind = state is Assegnazioni.Previsto ? MemoKind.Forecast : MemoKind.NotYetAssigned;
            entries.Memos.Add(
                new Memo(fund, kind, Body: null, tranche, amount, new RowSet()) { Basis = basis, Qualifier = qualifier }
            );
        }
    }

    // The same act is written in many ways: case, spaces, marks and «n.» do not count, but for where a number ends.
    private static string? ActOf(ValidRow row) =>
        row.Text(Assegnazioni.Atto) is { } act && row.Date(Assegnazioni.DataAtto) is { } day
            ? DocumentFingerprint.OfTexts(KeyOf(act), IsoDay.Text(day))
            : null;

    private static string KeyOf(string act)
    {
        StringBuilder key = new();
        foreach (string word in Words().Matches(act).Select(word => NameKey.Of(word.Value).TrimStart('0')))
        {
            if (word.Length > 0 && word is not ("N" or "NR" or "NUM" or "NUMERO"))
            {
                key.Append(key.Length > 0 && char.IsDigit(key[^1]) && char.IsDigit(word[0]) ? " " : string.Empty)
                    .Append(word);
            }
        }

        return key.ToString();
    }

    [GeneratedRegex(@"\p{Nd}+|[\p{L}\p{M}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
