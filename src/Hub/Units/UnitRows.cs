using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Hub.Units;

/// <summary>The units that the rows of one file name, in its order.</summary>
internal sealed class UnitRows(CurrentUpload file) : IAcceptedRows
{
    /// <summary>What its rows say.</summary>
    public List<ServiceUnit> All { get; } = [];

    /// <inheritdoc/>
    public void Accept(ValidRow row) => All.Add(new ServiceUnit(
        row.Text(UnitaOfferta.CodiceUnita)!,
        row.Text(UnitaOfferta.Denominazione),
        row.Text(UnitaOfferta.Tipologia)!,
        row.Text(UnitaOfferta.CodiceIstat)!,
        row.Text(UnitaOfferta.EnteGestore)!,
        new UnitPlaces(
            row.Integer(UnitaOfferta.PostiAutorizzati), row.Integer(UnitaOfferta.PostiAccreditati),
            row.Integer(UnitaOfferta.PostiContrattualizzati)),
        row.Date(UnitaOfferta.DataCpe),
        row.Date(UnitaOfferta.DataEvento)!.Value,
        StateOf(row.Text(UnitaOfferta.Stato)!),
        new RowOrigin(file.ReceiptId, row.Number)));

    private static UnitState StateOf(string word) => word switch
    {
        UnitaOfferta.Nuova => UnitState.Opened,
        UnitaOfferta.Variata => UnitState.Changed,
        UnitaOfferta.Confermata => UnitState.Confirmed,
        UnitaOfferta.Chiusa => UnitState.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "No state of a unit."),
    };
}

/// <summary>What the rows of one file say of a year of units.</summary>
internal sealed class UnitYearRows(CurrentUpload file) : IAcceptedRows
{
    /// <summary>By code of the unit.</summary>
    public Dictionary<string, UnitYear> ByUnit { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many rows it has.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Accept(ValidRow row)
    {
        Count++;
        ByUnit[row.Text(FsrRilevazione.CodiceUnita)!] = new UnitYear(
            (int)row.Integer(FsrRilevazione.Anno)!.Value,
            row.Integer(FsrRilevazione.Utenti)!.Value,
            row[FsrRilevazione.Ore] is { HasValue: true } hours
                ? (decimal)hours.Number / FsrRilevazione.Ore.Scale : null,
            row.Money(FsrRilevazione.Costi),
            new RowOrigin(file.ReceiptId, row.Number));
    }
}
