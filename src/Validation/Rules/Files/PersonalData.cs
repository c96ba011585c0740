using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ1013: the file holds what identifies a person. The breach never holds the value.</summary>
internal static class PersonalData
{
    public const string Code = "PZ1013";

    public static Breach Found(string what) => new(Code, ("tipo", what));

    /// <summary>Found outside the rows that are read: the sheet is named, unless its name is personal too.</summary>
    public static Breach Found(string what, OutsideText at)
    {
        string where = (at.Sheet, at.IsComment) switch
        {
            (null, _) => "nel commento",
            ({ } sheet, _) when PersonalDataScan.FindElsewhere(sheet) is not null =>
                "in un altro foglio, o nel suo nome",
            ({ } sheet, true) => $"nel commento, foglio «{sheet}»",
            ({ } sheet, false) => $"nel foglio «{sheet}»",
        };
        return Found($"{what} ({where})");
    }
}
