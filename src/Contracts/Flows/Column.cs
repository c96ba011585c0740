using System.Collections.Immutable;

namespace PianoZona.Contracts.Flows;

/// <summary>What the cells of a column hold, and so how they are read and checked.</summary>
public enum ColumnKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>Euro with at most two decimals; held in cents.</summary>
    Money,

    /// <summary>A whole number; thousands may be separated as people write them.</summary>
    Integer,

    /// <summary>A number with up to four decimals (hours, days); held in ten-thousandths.</summary>
    Quantity,

    /// <summary>A year of four digits.</summary>
    Year,

    /// <summary>A day; held as its day number.</summary>
    Date,

    /// <summary>A period in the form of the paths.</summary>
    Period,

    /// <summary>ISTAT code of a Comune of the Ambito, or its name where the column says so.</summary>
    Comune,

    /// <summary>ISTAT code of a Comune, or the registered code of a body.</summary>
    Body,

    /// <summary>Code or alias of a fund of the Ambito's catalogue; held as the code.</summary>
    Fund,

    /// <summary>Codice unico di progetto (15 characters, L. 3/2003 art. 11).</summary>
    Cup,

    /// <summary>Codice identificativo di gara (10 characters), SmartCIG included.</summary>
    Cig,

    /// <summary>Partita IVA (11 digits with a check digit).</summary>
    VatNumber,

    /// <summary>An opaque identifier: never a name, never a tax code.</summary>
    OpaqueId,

    /// <summary>
    /// A figure of any unit: a number, SI or NO, a ratio (<c>1:20</c>), or <c>non rilevato</c>, which is not 0.
    /// </summary>
    Measure,
}

/// <summary>
/// One column of a flow: the single source of its Table Schema field, its template cell, its reading and its checks.
/// </summary>
/// <param name="Name">Name in the header, lower case with <c>_</c>.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">Short Italian title.</param>
/// <param name="Description">Italian description for who fills it in.</param>
/// <param name="Example">A value that is valid, as a person writes it.</param>
public sealed record Column(string Name, ColumnKind Kind, string Title, string Description, string Example)
{
    /// <summary>The column must be in the header.</summary>
    public bool Required { get; init; }

    /// <summary>
    /// A required column may still have empty cells when this is false (e.g. an amount not yet assigned).
    /// </summary>
    public bool ValueRequired { get; init; }

    /// <summary>Words allowed in a <see cref="ColumnKind.Choice"/>, as written in files.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>
    /// How people read words of <see cref="Choices"/>, where the word alone does not say it: empty = as they are.
    /// </summary>
    public IReadOnlyDictionary<string, string> ChoiceNames { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether check totals (TOTALE rows) are compared in this column.</summary>
    public bool Summable { get; init; }

    /// <summary>Smallest value allowed, in the column's own unit (euro, units, years).</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest value allowed, in the column's own unit.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>With how many decimals its numbers are read and held: 2 = hundredths, 0 = units.</summary>
    public int Decimals => Kind switch
    {
        ColumnKind.Money => 2,
        ColumnKind.Quantity or ColumnKind.Measure => 4,
        _ => 0,
    };

    /// <summary>How many of what its numbers are held in make one: 100 for amounts, 1 for whole numbers.</summary>
    public int Scale => Kind switch
    {
        ColumnKind.Money => 100,
        ColumnKind.Quantity or ColumnKind.Measure => 10_000,
        _ => 1,
    };

    /// <summary>Largest number of characters of a text.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>
    /// Whether a name is accepted instead of a code (<see cref="ColumnKind.Comune"/>, <see cref="ColumnKind.Body"/>).
    /// </summary>
    public bool NameAccepted { get; init; }

    /// <summary>
    /// The fund whose amounts the column holds, where each fund has a column of its own, or what stands in place of one
    /// (<see cref="FundCodes"/>); else null.
    /// </summary>
    public string? FundCode { get; init; }

    /// <summary>
    /// Whether <see cref="FundCode"/> is one of the Ambito, which may be any; else it is one of the built-in catalogue.
    /// </summary>
    public bool IsOwnFund { get; init; }

    /// <summary>It holds numbers of documents or of units: ten digits in it are no phone number.</summary>
    public bool HoldsReferences { get; init; }

    /// <summary>Place in the flow, from 0; set by <see cref="FlowSchema"/>.</summary>
    public int Ordinal { get; internal set; } = -1;
}
