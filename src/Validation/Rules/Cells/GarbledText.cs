using PianoZona.Contracts.Flows;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3019: a text that some program read with the wrong encoding before it was sent.</summary>
/// <remarks>Only the garbled characters are repeated, never their word: it may be a name.</remarks>
internal sealed class GarbledText : IDiscoveredCellRule
{
    public const string Code = "PZ3019";

    private const char Lost = '\uFFFD';

    public bool PlainCodesAreRight => true;

    public static ICellRule? For(Column column) =>
        column.Kind is ColumnKind.Text or ColumnKind.OpaqueId ? new GarbledText() : null;

    public Breach? Check(in CellValue value) => Find(value.Text);

    /// <summary>What is garbled in a text.</summary>
    public static Breach? Find(ReadOnlySpan<char> text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return null;
        }

        if (Mojibake.Find(text) is { } wrong)
        {
            return new Breach(
                Code,
                ("motivo", $"«{wrong.Found}» sembra «{wrong.Meant}», letto con la codifica sbagliata prima dell'invio"))
            {
                Expected = wrong.Meant,
            };
        }

        return text.Contains(Lost)
            ? new Breach(
                Code, ("motivo", $"al posto di una lettera c'è «{Lost}»: la lettera è andata persa prima dell'invio"))
            : null;
    }
}
