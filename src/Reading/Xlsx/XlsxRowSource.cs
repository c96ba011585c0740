using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Reading.Xlsx.Cells;

namespace PianoZona.Reading.Xlsx;

/// <summary>The rows of a sheet, its header read.</summary>
internal sealed class XlsxRowSource : IRowSource
{
    private readonly RereadableContent content;
    private readonly OpenWorkbook workbook;
    private readonly SheetEntry sheet;
    private readonly SheetRows rows;
    private readonly int maxRows;
    private int dataRows;

    /// <summary>Takes over the content and the workbook.</summary>
    public XlsxRowSource(
        RereadableContent content,
        OpenWorkbook workbook,
        SheetEntry sheet,
        SheetTop top,
        FileSurvey survey,
        int maxRows)
    {
        (this.content, this.workbook, this.sheet, this.maxRows) = (content, workbook, sheet, maxRows);
        rows = workbook.Rows(sheet);
        (Survey, HeaderRow, Header, Outside) = (survey, top.HeaderRow, top.Header, top.Titles);
    }

    /// <inheritdoc/>
    public FileSurvey Survey { get; }

    /// <inheritdoc/>
    public int HeaderRow { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public IReadOnlyList<OutsideText> Outside { get; }

    /// <inheritdoc/>
    public IEnumerable<OutsideText> Elsewhere
    {
        get
        {
            using IEnumerator<OutsideText> texts = workbook.Elsewhere(sheet, Edges).GetEnumerator();
            while (HasNext(texts))
            {
                yield return texts.Current;
            }
        }
    }

    /// <summary>What the first pass met beside the cells of the sheet.</summary>
    public required IReadOnlyList<(string Where, string Text)> Edges { private get; init; }

    /// <inheritdoc/>
    public int RowNumber => rows.RowNumber;

    /// <inheritdoc/>
    public int CellCount { get; private set; }

    /// <inheritdoc/>
    public Problem? Failure { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Cell(int index) => HasCell(index) ? rows.Cell(index) : [];

    /// <inheritdoc/>
    public Problem? CellProblem(int index)
    {
        if (!HasCell(index) || rows.Kind(index) is CellKind.Text or CellKind.Typed)
        {
            return null;
        }

        string cell = Location.A1(index, RowNumber);
        string found = Cell(index).ToString();
        string reason =
            found.Length == 0 ? "c'è una formula, ma il file non ne contiene il risultato" : $"c'è l'errore {found}";
        return RuleCatalogue
            .Of("PZ3017")
            .At(
                new Location(RowNumber, Cell: cell, Value: found.Length == 0 ? null : found),
                ("cella", cell),
                ("motivo", reason));
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CellCount = 0;
        try
        {
            return new(Failure is null && Next());
        }
        catch (WorkbookFaultException fault)
        {
            Failure = fault.Problem; // the first pass saw the same bytes; only what is unpacked in all may run out here
            return new(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        rows.Dispose();
        workbook.Dispose();
        content.Dispose();
        return ValueTask.CompletedTask;
    }

    // A part that cannot be read cannot be said to be free of personal data either.
    private bool HasNext(IEnumerator<OutsideText> texts)
    {
        try
        {
            return DamageGuard.Read(texts.MoveNext);
        }
        catch (WorkbookFaultException fault)
        {
            Failure = fault.Problem;
            return false;
        }
    }

    private bool HasCell(int index) => (uint)index < (uint)Math.Min(CellCount, rows.CellCount);

    private bool Next()
    {
        while (rows.Next())
        {
            if (rows.RowNumber > HeaderRow)
            {
                return Accept();
            }
        }

        Failure = rows.Fault == SheetFault.None ? null : SheetFaultText.Of(rows);
        return false;
    }

    private bool Accept()
    {
        if (dataRows == maxRows)
        {
            Failure = Refusal.TooManyRows(rows.RowNumber, maxRows);
            return false;
        }

        dataRows++;
        CellCount = Math.Max(rows.CellCount, Header.Count); // a sheet has no short rows
        return true;
    }
}
