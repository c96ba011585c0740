using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Remembers what the cells of a column meant: most columns repeat few words over many rows.</summary>
internal sealed class CachedReader : ICellReader
{
    // A column of all different texts, or of very long ones, must not fill the memory.
    private const int MostEntries = 20_000;
    private const int LongestEntry = 200;

    private readonly ICellReader inner;
    private readonly Dictionary<string, (Breach? Breach, CellValue Value)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Breach? Breach, CellValue Value)>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public CachedReader(ICellReader inner)
    {
        this.inner = inner;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        if (!lookup.TryGetValue(text, out (Breach? Breach, CellValue Value) seen))
        {
            return ReadNew(text, out value);
        }

        value = seen.Value;
        return seen.Breach;
    }

    private Breach? ReadNew(ReadOnlySpan<char> text, out CellValue value)
    {
        Breach? breach = inner.Read(text, out value);
        if (known.Count < MostEntries && text.Length <= LongestEntry)
        {
            lookup[text] = (breach, value);
        }

        return breach;
    }
}
