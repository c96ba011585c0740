using System.Text;

namespace PianoZona.Notification.Messages;

/// <summary>A digest as plain text.</summary>
internal static class PlainText
{
    public static string Of(DigestView view)
    {
        StringBuilder text = new();
        text.Append(view.Greeting).Append('\n').Append(view.Opening).Append('\n');
        foreach (DutySection section in view.Sections)
        {
            text.Append('\n').Append(section.Heading.ToUpperInvariant()).Append('\n');
            foreach (DutyLine line in section.Lines)
            {
                Append(text, section, line);
            }
        }

        if (view.Hub is not null)
        {
            text.Append("\nPunto di raccolta dei dati: ").Append(view.Hub).Append('\n');
        }

        text.Append("\n--\n").AppendJoin('\n', view.Closing).Append('\n');
        return text.ToString();
    }

    private static void Append(StringBuilder text, DutySection section, DutyLine line)
    {
        text.Append("- ").Append(line.Title).Append(", ").Append(line.Period).Append('\n')
            .Append("  ").Append(section.DateHead).Append(": ").Append(line.Date).Append(" (").Append(line.Distance).Append(")\n")
            .Append(line.Bodies.Count == 1 ? "  Ente: " : "  Enti: ").AppendJoin(", ", line.Bodies).Append('\n');
        if (line.Note is not null)
        {
            text.Append("  ").Append(line.Note).Append('\n');
        }

        if (line.Template is not null)
        {
            text.Append("  Modello del file: ").Append(line.Template).Append('\n');
        }
    }
}
