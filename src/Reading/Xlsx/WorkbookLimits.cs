namespace PianoZona.Reading.Xlsx;

/// <summary>
/// What a workbook may measure once unpacked. Real ones stay far below: a full sheet of 1,048,576 rows and 30 columns
/// is about 1 GB.
/// </summary>
internal static class WorkbookLimits
{
    /// <summary>Files in the archive.</summary>
    public const int MaxEntries = 5_000;

    /// <summary>Bytes of workbook, relationships or styles.</summary>
    public const long MaxSmallPart = 32L * 1024 * 1024;

    /// <summary>Bytes of the shared strings, which are held in memory.</summary>
    public const long MaxStrings = 128L * 1024 * 1024;

    /// <summary>Bytes of one sheet, which is streamed.</summary>
    public const long MaxSheet = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes unpacked for one file, both passes together.</summary>
    public const long MaxTotal = 5L * 1024 * 1024 * 1024;

    /// <summary>Bytes out for one byte in; a sheet of blank formatted rows reaches some 60, a bomb 1,000.</summary>
    public const long MaxRatio = 200;

    /// <summary>Bytes from which on the ratio counts.</summary>
    public const long RatioFrom = 16L * 1024 * 1024;

    /// <summary>Elements inside elements.</summary>
    public const int MaxDepth = 64;

    /// <summary>Rows of a sheet in any program.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>Columns of a sheet in any program.</summary>
    public const int MaxColumn = 16_384;

    /// <summary>Cell formats of a workbook in any program, and some more.</summary>
    public const int MaxFormats = 100_000;

    /// <summary>Sheets whose content is looked at to find the one with data.</summary>
    public const int MaxSheets = 255;
}
