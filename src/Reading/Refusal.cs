using System.Globalization;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading;

/// <summary>The problems of reading, in the words of the catalogue.</summary>
internal static class Refusal
{
    /// <summary>How to make an XLSX of another spreadsheet.</summary>
    public const string SaveAsXlsx =
        "Aprire il file con Excel o LibreOffice, scegliere «Salva con nome», tipo «Cartella di lavoro di Excel "
            + "(.xlsx)», e inviare il file ottenuto.";

    /// <summary>What to send in the place of a document.</summary>
    public const string SendTheSheet =
        "Inviare il foglio di calcolo da cui proviene il documento, salvato come .xlsx o «CSV UTF-8» da Excel o "
            + "LibreOffice.";

    public static ReadResult Of(string sha256, Problem problem) => new(Source: null, sha256, [problem]);

    public static Problem Empty() => RuleCatalogue.Of("PZ1001").At(Location.File);

    public static Problem NotReadable(Location at, string reason, string remedy) =>
        RuleCatalogue.Of("PZ1002").At(at, ("motivo", reason), ("rimedio", remedy));

    public static Problem BadByte(Location at, int found, long offset) => RuleCatalogue.Of("PZ1003").At(
        at,
        ("dove", at.Cell is null ? "Nel file" : "Nella cella " + at.Cell),
        ("byte", found.ToString("X2", CultureInfo.InvariantCulture)),
        ("posizione", Italian.Number(offset + 1)));

    public static Problem TooLarge(long length, long limit) =>
        RuleCatalogue.Of("PZ1004").At(Location.File, ("dimensione", Megabytes(length)), ("massimo", Megabytes(limit)));

    public static Problem TooManyRows(int row, int limit) =>
        RuleCatalogue.Of("PZ1005").At(new Location(row), ("massimo", Italian.Number(limit)));

    /// <param name="sheets">What they are called where a person reads it.</param>
    /// <param name="flow">The sheet that is looked for; null = any.</param>
    public static Problem WhichSheet(IReadOnlyList<string> sheets, string? flow) => RuleCatalogue.Of("PZ1006").At(
        Location.File,
        ("numero", Italian.Number(sheets.Count)),
        ("fogli", string.Join(", ", sheets)),
        ("flusso", flow ?? "dati"));

    public static Problem OldExcel() =>
        NotReadable(Location.File, "è un file Excel di vecchio tipo (.xls)", SaveAsXlsx);

    public static Problem SuspectWorkbook(string reason) =>
        RuleCatalogue.Of("PZ1007").At(Location.File, ("motivo", reason));

    public static Problem NoHeader(int row) =>
        RuleCatalogue.Of("PZ2005").At(new Location(row), ("riga", row.ToString(CultureInfo.InvariantCulture)));

    private static string Megabytes(long bytes) => (bytes / (1024m * 1024m)).ToString("0.##", Italian.Culture);
}
