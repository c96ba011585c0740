using System.Text;

namespace PianoZona.Notification.Messages;

/// <summary>Messages as plain text.</summary>
internal static class MailText
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

    public static string Of(LetterView view)
    {
        StringBuilder text = new();
        text.Append(view.Greeting).Append('\n').AppendJoin('\n', view.Opening).Append('\n');
        foreach (LetterSection section in view.Sections)
        {
            text.Append('\n').Append(section.Heading.ToUpperInvariant()).Append('\n');
            foreach (LetterRow row in section.Rows)
            {
                Append(text, section, row);
            }

            text.AppendJoin(string.Empty, section.Notes.Select(note => note + "\n"));
        }

        if (view.Link is not null)
        {
            text.Append('\n').Append(view.LinkText).Append(": ").Append(view.Link).Append('\n');
        }

        text.Append("\n--\n").AppendJoin('\n', view.Closing).Append('\n');
        return text.ToString();
    }

    private static void Append(StringBuilder text, LetterSection section, LetterRow row)
    {
        text.Append("- ")
            .Append(row.Title)
            .Append('\n')
            .Append("  ")
            .Append(section.SideHead)
            .Append(": ")
            .Append(row.Side)
            .Append(row.Strong is null ? "\n" : $" ({row.Strong})\n")
            .AppendJoin(string.Empty, row.Details.Select(detail => $"  {detail}\n"));
        if (row.Link is not null)
        {
            text.Append("  ").Append(row.LinkText).Append(": ").Append(row.Link).Append('\n');
        }
    }

    private static void Append(StringBuilder text, DutySection section, DutyLine line)
    {
        text.Append("- ")
            .Append(line.Title)
            .Append(", ")
            .Append(line.Period)
            .Append('\n')
            .Append("  ")
            .Append(section.DateHead)
            .Append(": ")
            .Append(line.Date)
            .Append(" (")
            .Append(line.Distance)
            .Append(")\n")
            .Append(line.Bodies.Count == 1 ? "  Ente: " : "  Enti: ")
            .AppendJoin(", ", line.Bodies)
            .Append('\n');
        if (line.Note is not null)
        {
            text.Append("  ").Append(line.Note).Append('\n');
        }

        text.AppendJoin(string.Empty, line.Links.Select(link => $"  {link.Text}: {link.Address}\n"));
    }
}
