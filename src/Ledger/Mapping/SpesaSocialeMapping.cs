using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// What a Comune spent of its own is paid on the Comuni's own fund, in the year of the spending; what users paid is
/// contributed.
/// </summary>
internal sealed class SpesaSocialeMapping : IFlowMapping
{
    /// <summary>The fund of the Comuni's own money (docs/specifica/fondi.md § COM).</summary>
    public const string OwnFund = FundCodes.Comuni;

    public FlowSchema Flow => SpesaSociale.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = entries.FundYear(OwnFund, row.YearOf(SpesaSociale.Anno));
        string? body = row.Text(SpesaSociale.Ente);
        string? area = row.Text(SpesaSociale.Area);
        entries.Add(fund, EntryKind.Paid, body, area, row.Money(SpesaSociale.Importo));
        entries.Add(fund, EntryKind.Contributed, body, area, row.Money(SpesaSociale.CompartecipazioneUtenti));
    }
}
