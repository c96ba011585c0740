using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Readers;

/// <summary>Remembers what the cells of a column meant: most columns repeat few words over many rows.</summary>
internal sealed class CachedReader : ICellReader
{
    // A column of all different texts, or of very long ones, must not fill the memory.
    private const int MostEntries = 20_000;
    private const int LongestEntry = 200;
    private const int RecentEntries = 256; // a power of 2

    private readonly ICellReader inner;
    private readonly Dictionary<string, (Finding? Finding, CellValue Value)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Finding? Finding, CellValue Value)>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Recent[] recent = new Recent[RecentEntries];

    public CachedReader(ICellReader inner)
    {
        this.inner = inner;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Finding? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        // Most cells hold one of a few words: they are found at their one place, without a search.
        RowHash hash = default;
        hash.Add(text);
        ref Recent place = ref recent[(int)(hash.Low & (RecentEntries - 1))];
        if (place.Text is null || !text.SequenceEqual(place.Text))
        {
            if (!lookup.TryGetValue(text, out string? word, out (Finding? Finding, CellValue Value) seen))
            {
                return ReadNew(text, out value);
            }

            place = new Recent(word, seen.Finding, seen.Value);
        }

        value = place.Value;
        return place.Finding;
    }

    private Finding? ReadNew(ReadOnlySpan<char> text, out CellValue value)
    {
        Finding? finding = inner.Read(text, out value);
        if (known.Count < MostEntries && text.Length <= LongestEntry)
        {
            lookup[text] = (finding, value);
        }

        return finding;
    }

    private readonly record struct Recent(string? Text, Finding? Finding, CellValue Value);
}
