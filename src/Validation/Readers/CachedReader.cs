using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Remembers what the cells of a column meant: most columns repeat few words over many rows.</summary>
internal sealed class CachedReader : ICellReader
{
    // A column of all different texts, or of very long ones, must not fill the memory.
    private const int MostEntries = 20_000;
    private const int LongestEntry = 200;

    private readonly ICellReader inner;
    private readonly Dictionary<string, (Finding? Finding, CellValue Value)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Finding? Finding, CellValue Value)>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private string? last; // rows come in groups: often the cell is that of the row above
    private (Finding? Finding, CellValue Value) lastSeen;

    public CachedReader(ICellReader inner)
    {
        this.inner = inner;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Finding? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        if ((last is not null && text.SequenceEqual(last)) || lookup.TryGetValue(text, out last, out lastSeen))
        {
            value = lastSeen.Value;
            return lastSeen.Finding;
        }

        Finding? finding = inner.Read(text, out value);
        if (known.Count < MostEntries && text.Length <= LongestEntry)
        {
            lookup[text] = (finding, value);
        }

        return finding;
    }
}
