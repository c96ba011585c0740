using System.Globalization;
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
        string sheet = at.Sheet is { } name && PersonalDataScan.FindElsewhere(name) is null
            ? $"foglio «{name}»"
            : string.Create(CultureInfo.InvariantCulture, $"foglio {at.SheetNumber}");
        string where = at switch
        {
            { Where: { } told } => told,
            { Sheet: null } => "nel commento",
            { IsComment: true } => $"nel commento, {sheet}",
            _ => $"nel {sheet}",
        };
        return Found($"{what} ({where})");
    }
}
