using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads one of a list of words, however it is spelt: choices and funds.</summary>
internal sealed class WordReader : ICellReader
{
    // Labels as the plans print them, besides the names of the flow.
    private static readonly (string Printed, string Choice)[] Labels =
    [
        ("COMPARTICIP. SPESA SOCIO-SAN.", "COMPARTECIPAZIONE-SOCIOSANITARIA"),
        ("COMPARTECIPAZIONE SPESA SOCIO-SANITARIA", "COMPARTECIPAZIONE-SOCIOSANITARIA"),
        ("EMARGINAZIONE E POVERTA", "EMARGINAZIONE-POVERTA"),
        ("EMARGINAZIONE", "EMARGINAZIONE-POVERTA"),
        ("MINORI E FAMIGLIA", "MINORI-FAMIGLIA"),
        ("MINORI E FAMIGLIE", "MINORI-FAMIGLIA"),
        ("DISABILITA", "DISABILI"),
        ("GESTIONE SINGOLA", "SINGOLA"),
        ("GESTIONE ASSOCIATA", "ASSOCIATA"),
    ];

    private readonly Dictionary<string, string?> words = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> names;
    private readonly string allowed;
    private Fund? catchAll;

    private WordReader(IReadOnlyList<string> names, string allowed) => (this.names, this.allowed) = (names, allowed);

    /// <summary>A reader of the choices of a column.</summary>
    public static WordReader OfChoices(Column column)
    {
        WordReader reader = new(column.Choices, string.Join(", ", column.Choices));
        foreach (string choice in column.Choices)
        {
            reader.Add(choice, choice);
        }

        foreach ((string printed, string choice) in Labels.Where(label =>
                column.Choices.Contains(label.Choice, StringComparer.Ordinal)))
        {
            reader.Add(printed, choice);
        }

        return reader;
    }

    /// <summary>
    /// A reader of the funds of an Ambito, by code, name or alias; what none has goes on the one that takes unknown
    /// funds, if there is one.
    /// </summary>
    public static WordReader OfFunds(IReadOnlyList<Fund> funds)
    {
        WordReader reader = new(
            [.. funds.Where(fund => !fund.AcceptsUnknown).SelectMany(NamesOf)],
            string.Join(", ", funds.Select(fund => fund.Code)))
        {
            catchAll = funds.FirstOrDefault(fund => fund.AcceptsUnknown),
        };
        foreach (Fund fund in funds)
        {
            foreach (string name in NamesOf(fund))
            {
                reader.Add(name, fund.Code);
            }
        }

        return reader;
    }

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        string key = TextKey.Compact(text);
        bool isKnown = words.TryGetValue(key, out string? word);
        if (word is not null)
        {
            value = new CellValue(word, 0, true);
            return null;
        }

        string? nearest = NearestTo(text.ToString());
        if (catchAll is not null && !isKnown && UnknownFund.IsAName(text))
        {
            value = new CellValue(catchAll.Code, Distinction(key), true);
            return UnknownFund.On(catchAll, nearest);
        }

        value = default;
        return NotAllowed.For(nearest, allowed);
    }

    // Two unknown funds are two, though both go on the same one.
    private static long Distinction(string key)
    {
        RowHash hash = default;
        hash.Add(key);
        return unchecked((long)hash.Low) | 1;
    }

    private string? NearestTo(string written) =>
        NearestName.OfPart(written, names) ?? NearestName.OfLetters(written, names);

    private static IEnumerable<string> NamesOf(Fund fund) => [fund.Code, fund.Name, .. fund.Aliases];

    // A spelling that would mean two words means none.
    private void Add(string spelling, string word)
    {
        string key = TextKey.Compact(spelling);
        words[key] =
            words.TryGetValue(key, out string? other) && !string.Equals(other, word, StringComparison.Ordinal)
                ? null
                : word;
    }
}
