using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace PianoZona.Papers.Tests;

/// <summary>A paper read back by another library, and as bytes.</summary>
internal sealed class ReadPaper(byte[] bytes) : IDisposable
{
    public PdfDocument Document { get; } = PdfDocument.Open(bytes);

    /// <summary>A letter for each byte.</summary>
    public string Raw { get; } = Encoding.Latin1.GetString(bytes);

    public DictionaryToken Catalog => Document.Structure.Catalog.CatalogDictionary;

    /// <summary>What can be read, with one space between words.</summary>
    public string Text => string.Join(
        ' ', Document.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));

    public IReadOnlyList<string> TextOfSheets =>
        [.. Document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];

    /// <summary>Every object that is a dictionary, or a stream with one.</summary>
    public IEnumerable<DictionaryToken> Dictionaries =>
        Document.Structure.CrossReferenceTable.ObjectOffsets.Keys
            .Select(place => Document.Structure.GetObject(place).Data)
            .Select(data => data is StreamToken stream ? stream.StreamDictionary : data)
            .OfType<DictionaryToken>();

    public IEnumerable<StreamToken> Streams =>
        Document.Structure.CrossReferenceTable.ObjectOffsets.Keys
            .Select(place => Document.Structure.GetObject(place).Data).OfType<StreamToken>();

    /// <summary>A value of a dictionary, wherever it is written; null = there is none.</summary>
    public IToken? Value(DictionaryToken one, string name) =>
        !one.TryGet(NameToken.Create(name), out IToken value) ? null
        : value is IndirectReferenceToken place ? Document.Structure.GetObject(place.Data).Data
        : value;

    /// <summary>A name among the values of a dictionary.</summary>
    public string? Name(DictionaryToken one, string name) => (Value(one, name) as NameToken)?.Data;

    /// <summary>The tags of what is in the sheets, in their order.</summary>
    public IEnumerable<MarkedContentElement> Marks =>
        Document.GetPages().SelectMany(page => page.GetMarkedContents());

    /// <summary>How often something is in the bytes.</summary>
    public int Count(string pattern) =>
        Regex.Count(Raw, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <inheritdoc/>
    public void Dispose() => Document.Dispose();
}
