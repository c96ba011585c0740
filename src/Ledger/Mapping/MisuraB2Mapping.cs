using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// A request that was funded is delivered to the person, on the Fondo Non Autosufficienza, for its Comune. It is not
/// committed here: the commitment comes with the statement of expenses, and would count twice. Requests that wait or
/// were excluded post nothing; every request is kept beside the movements with its outcome, told from others by a
/// fingerprint alone.
/// </summary>
internal sealed class MisuraB2Mapping : IFlowMapping
{
    /// <summary>The fund of the measure (docs/specifica/fondi.md § FNA).</summary>
    private const string CareFund = FundCodes.Fna;

    public FlowSchema Flow => MisuraB2.Schema;

    public void Map(ValidRow row, EntryGatherer entries)
    {
        FundKey fund = entries.FundYear(CareFund, row.YearOf(MisuraB2.Annualita));
        string? comune = row.Text(MisuraB2.CodiceIstat);
        string? instrument = row.Text(MisuraB2.Strumento);
        string request = DocumentFingerprint.OfTexts(comune, row.Text(MisuraB2.IdBeneficiario), instrument);
        entries.Memos.Add(
            fund, MemoKind.Requested, comune, row.Text(MisuraB2.Esito), row.Money(MisuraB2.Importo), request);
        if (row.Text(MisuraB2.Esito) is MisuraB2.Finanziata or MisuraB2.Chiusa)
        {
            entries.Add(fund, EntryKind.Delivered, comune, instrument, row.Money(MisuraB2.Importo));
        }
    }
}
