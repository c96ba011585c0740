using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Workbooks.Tests;

/// <summary>Rows of one cell with any text, which no file need hold.</summary>
internal sealed class TextRows(string[] texts) : IRowSource
{
    private int read;

    public FileSurvey Survey { get; } = new(string.Empty, "UTF-8", ';', []);

    public int HeaderRow => 1;

    public IReadOnlyList<string> Header { get; } = [texts[0]];

    public int RowNumber => read + 1;

    public int CellCount => 1;

    public Problem? Failure => null;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(read < texts.Length && ++read > 0);

    public ReadOnlySpan<char> Cell(int index) => index == 0 ? texts[read - 1] : string.Empty;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
