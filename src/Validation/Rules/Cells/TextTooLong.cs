using PianoZona.Contracts.Text;


namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3015: more characters than the column holds.</summary>
internal static class TextTooLong
{
    public const string Code = "PZ3015";

    public static Breach For(int length, int most) => new(
        Code,
        ("lunghezza", Italian.Number(length)),
        ("massimo", Italian.Number(most)));
}
