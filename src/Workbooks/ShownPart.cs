namespace PianoZona.Workbooks;

/// <summary>How much of a file its returned sheet shows.</summary>
internal enum ShownPart
{
    /// <summary>All of it: the sheet can be corrected and sent.</summary>
    Whole,

    /// <summary>The rows with problems only: the file is long.</summary>
    RowsWithProblems,

    /// <summary>As far as it could be read.</summary>
    UpToTheFault,
}
