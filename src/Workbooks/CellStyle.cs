namespace PianoZona.Workbooks;

/// <summary>How a cell looks: its place in the list of cell formats that <see cref="Styles"/> writes.</summary>
internal enum CellStyle
{
    /// <summary>Plain.</summary>
    Normal,

    /// <summary>Text whatever is typed, so that codes keep their zeros.</summary>
    Text,

    /// <summary>Name of a column.</summary>
    Header,

    /// <summary>A cell with an error.</summary>
    Error,

    /// <summary>A cell with a warning.</summary>
    Warning,

    /// <summary>A cell with a note.</summary>
    Info,

    /// <summary>Title of a page.</summary>
    Title,

    /// <summary>Text over several lines.</summary>
    Wrapped,

    /// <summary>Name of a value beside it.</summary>
    Label,

    Link,

    /// <summary>Amount in euro.</summary>
    Money,

    /// <summary>Day.</summary>
    Date,

    /// <summary>Whole number.</summary>
    Integer,

    /// <summary>Number with decimals as they come.</summary>
    Quantity,

    /// <summary>Name of a column that may be left out.</summary>
    OptionalHeader,

    /// <summary>Total of amounts in euro.</summary>
    MoneyTotal,
}
