using PianoZona.Contracts.Receipts;

namespace PianoZona.Contracts.Reading;

/// <summary>An open file, read row by row: what READ hands to VALIDATE. It knows no flow and no schema.</summary>
/// <remarks>The header has been read already. Cells are raw text, without the quotes of CSV.</remarks>
public interface IRowSource : IAsyncDisposable
{
    /// <summary>What the whole file looks like.</summary>
    FileSurvey Survey { get; }

    /// <summary>Row number of the header in the file (1 unless blank rows come before it).</summary>
    int HeaderRow { get; }

    /// <summary>The cells of the header, in the order of the file.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>
    /// Moves to the next row that is not blank. Blank rows are counted in <see cref="RowNumber"/>, never returned.
    /// </summary>
    /// <returns>False at the end of the file, or when reading cannot go on: see <see cref="Failure"/>.</returns>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Number of the current row as the sender's program shows it (header = 1 when it is the first row).
    /// </summary>
    int RowNumber { get; }

    /// <summary>
    /// Number of cells in the current row; trailing empty cells beyond the header's width are not counted.
    /// </summary>
    int CellCount { get; }

    /// <summary>
    /// Raw text of a cell of the current row, valid until the next read; empty beyond <see cref="CellCount"/>.
    /// </summary>
    ReadOnlySpan<char> Cell(int index);

    /// <summary>Why a cell of the current row has no value that can be read (PZ3017: a formula without a result, an
    /// error), without the name of the flow's column; null for every other cell. A CSV has no such cells.</summary>
    Problem? CellProblem(int index) => null;

    /// <summary>Whether any cell of the current row has such a problem.</summary>
    bool HasCellProblem
    {
        get
        {
            int index = 0;
            while (index < CellCount && CellProblem(index) is null)
            {
                index++;
            }

            return index < CellCount;
        }
    }

    /// <summary>Copies the cells of the current row.</summary>
    /// <param name="text">Takes their texts; what lies between two of them means nothing.</param>
    /// <param name="places">
    /// Takes where in <paramref name="text"/> each is; at least <see cref="CellCount"/> long.
    /// </param>
    /// <returns>How many characters were written; −1 when there is not enough room.</returns>
    int CopyTo(Span<char> text, Span<CellPlace> places)
    {
        int end = 0;
        for (int index = 0; index < CellCount; index++)
        {
            ReadOnlySpan<char> cell = Cell(index);
            if (!cell.TryCopyTo(text[end..]))
            {
                return -1;
            }

            places[index] = new CellPlace(end, cell.Length);
            end += cell.Length;
        }

        return end;
    }

    /// <summary>
    /// Texts of the sheet above the header, which are no part of the table: no personal data may hide there either.
    /// </summary>
    IReadOnlyList<OutsideText> Outside => [];

    /// <summary>Texts of the file that are in none of its rows: sheets that are not read, hidden ones included, and
    /// comments; of text boxes, edges of pages, hints, links and names at least those in which somebody is recognised.
    /// Nothing of them is imported; no personal data may hide there. Streamed anew at each call; a part that
    /// cannot be read is a <see cref="Failure"/>.</summary>
    IEnumerable<OutsideText> Elsewhere => [];

    /// <summary>Why reading ended early (e.g. an unclosed quote, too many rows); null at a regular end.</summary>
    Problem? Failure { get; }
}

/// <summary>Where a cell is in the text of its row.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its characters.</param>
public readonly record struct CellPlace(int Start, int Length);

/// <summary>A text outside the table.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Index">Place of the column in the file, from 0.</param>
/// <param name="Text">What is written.</param>
public sealed record OutsideText(int Row, int Index, string Text)
{
    /// <summary>Name of its sheet; null = the one that is read.</summary>
    public string? Sheet { get; init; }

    /// <summary>Place of its sheet among the tabs, from 1; 0 = of the one that is read.</summary>
    public int SheetNumber { get; init; }

    /// <summary>Whether it is a comment (a note) on the cell.</summary>
    public bool IsComment { get; init; }

    /// <summary>
    /// Where it is, in Italian with its preposition, where it is in no cell (<c>nel nome del foglio 2</c>); never
    /// personal. Null = in the cell, or in a comment on it.
    /// </summary>
    public string? Where { get; init; }
}

/// <summary>What the first pass over the whole file found.</summary>
/// <param name="Sha256">
/// Hash of the bytes, lower-case hexadecimal; of a file opened at once, empty before its last row.
/// </param>
/// <param name="Encoding">Name for the receipt: <c>UTF-8</c>, <c>UTF-8 con BOM</c>, <c>UTF-16</c>, <c>Windows-1252</c>,
/// <c>IBM850</c>; of an XLSX its sheet.</param>
/// <param name="Separator">The separator of a CSV; <see cref="NoSeparator"/> for an XLSX.</param>
/// <param name="Columns">
/// How the numbers of each column are written, by place in the file; nothing in a file opened at once needs it.
/// </param>
public sealed record FileSurvey(string Sha256, string Encoding, char Separator, IReadOnlyList<ColumnEvidence> Columns)
{
    /// <summary>Stands for the separator of a file that needs none.</summary>
    public const char NoSeparator = '\0';
}

/// <summary>
/// How the values of one column are written: the evidence on which its numbers are read
/// (docs/specifica/tracciati.md § Numeri).
/// </summary>
/// <param name="DecimalComma">Values with a comma and digits after it, e.g. <c>1.234,56</c>, <c>25944,8</c>.</param>
/// <param name="SeveralGroups">Values with several dot groups, e.g. <c>3.300.000</c>.</param>
/// <param name="OneGroup">
/// Values with one dot and three digits after it, e.g. <c>149.234</c>: thousands or decimals.
/// </param>
/// <param name="DotDecimals">Values with one dot and one or two digits after it, e.g. <c>6.57</c>.</param>
public readonly record struct ColumnEvidence(int DecimalComma, int SeveralGroups, int OneGroup, int DotDecimals)
{
    /// <summary>
    /// Whether anything in the column proves the Italian reading: comma decimals or several dot groups.
    /// </summary>
    public bool ProvesItalian => DecimalComma > 0 || SeveralGroups > 0;
}

/// <summary>The result of opening a file: a source of rows, or the problems that prevent it (PZ10xx, PZ2005).</summary>
/// <param name="Source">The rows; null when the file cannot be read.</param>
/// <param name="Sha256">
/// Hash of the bytes, also for a file that cannot be read; of a file opened at once, empty: its survey has it.
/// </param>
/// <param name="Problems">What prevents reading; empty when there is a source.</param>
public sealed record ReadResult(IRowSource? Source, string Sha256, IReadOnlyList<Problem> Problems);
