using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;

namespace PianoZona.Papers;

/// <summary>What a receipt says, in the order of its page.</summary>
internal sealed class ReceiptSheets(Sheets sheets, ProofView view, Uri? match)
{
    private readonly SheetWriter writer = new(sheets);

    public void Write()
    {
        writer.Title(view.Title);
        State(writer, view.State, view.Sentence);
        Facts(
            sheets,
            [
                .. view.Facts,
                .. view.Replaces is { } replaced ? [new Fact("Sostituisce", replaced)] : (Fact[])[],
                .. view.ReplacedBy is { } by ? [new Fact("Sostituito da", by)] : (Fact[])[],
            ],
            view.Hash);
        writer.Section("Che cosa succede ora");
        writer.Paragraph(view.Next);
        Changes();
        new FindingSheets(sheets, view.Findings).Write();
        History();
        Verification(writer, match);
    }

    /// <summary>Where a file stands, as a word and a sentence.</summary>
    public static void State(SheetWriter writer, StateWord state, string sentence)
    {
        XColor colour = state.Tone switch
        {
            StateTone.Good => PaperStyles.Good,
            StateTone.Careful or StateTone.Waiting => PaperStyles.Warn,
            StateTone.Bad => PaperStyles.Bad,
            _ => PaperStyles.Ink,
        };
        writer.Box(colour, $"{state.Word}. ", sentence);
    }

    /// <summary>What a file is, by name, and its hash.</summary>
    /// <param name="hash">In groups of four.</param>
    public static void Facts(Sheets sheets, IReadOnlyList<Fact> facts, string hash)
    {
        IReadOnlyList<SheetCell>[] rows =
        [
            .. facts.Select(fact => Row(fact.Name, fact.Value)),
            [
                new SheetCell("Impronta del file (SHA-256)", PaperStyles.StrongCell, IsHead: true),
                new SheetCell(InHalves(hash), PaperStyles.Mono),
            ],
        ];
        new SheetTable(sheets, [new SheetColumn(null, 26), new SheetColumn(null, 74)]).Write(rows);
    }

    private static SheetCell[] Row(string name, string value) =>
        [new(name, PaperStyles.StrongCell, IsHead: true), new(value, PaperStyles.Cell)];

    // It breaks in the middle alone.
    private static string InHalves(string hash)
    {
        string joined = hash.Replace(' ', PaperText.Joined);
        int middle = joined.Length / 2;
        return joined[middle] == PaperText.Joined ? $"{joined[..middle]} {joined[(middle + 1)..]}" : joined;
    }

    private void Changes()
    {
        ChangeGroup[] groups = [.. view.More.GroupsWith(ChangeMore.DoneCaption, view.Changes)];
        if (groups.Length + view.More.Notes.Count == 0)
        {
            return;
        }

        writer.Section("Che cosa è cambiato");
        foreach (ChangeGroup group in groups.Where(group => group.IsFirst))
        {
            Write(group);
        }

        foreach (string note in view.More.Notes)
        {
            writer.Paragraph(note);
        }

        foreach (ChangeGroup group in groups.Where(group => !group.IsFirst))
        {
            Write(group);
        }
    }

    private void Write(ChangeGroup group)
    {
        if (group.Caption != ChangeMore.DoneCaption)
        {
            writer.Paragraph($"{group.Caption}:");
        }

        new SheetTable(
            sheets,
            [
                new SheetColumn("Cifra", 40), new SheetColumn($"Prima{group.Unit}", 20, IsNumber: true),
                new SheetColumn($"Dopo{group.Unit}", 20, IsNumber: true),
                new SheetColumn($"Differenza{group.Unit}", 20, IsNumber: true),
            ]).Write(group.Lines.Select(change => (IReadOnlyList<SheetCell>)
            [
                new SheetCell(change.Figure, PaperStyles.Cell, IsHead: true),
                new SheetCell(change.Before ?? "non comunicato", PaperStyles.Cell),
                new SheetCell(change.After ?? "non comunicato", PaperStyles.Cell),
                new SheetCell(change.Difference ?? "non noto", PaperStyles.Cell),
            ]));
    }

    private void History()
    {
        writer.Section("Storia");
        sheets.Element(PdfBlockLevelElementTag.List, () =>
        {
            foreach (TimelineEntry entry in view.History)
            {
                sheets.Element(PdfBlockLevelElementTag.ListItem, () => sheets.Element(
                    PdfBlockLevelElementTag.ListBody,
                    () => writer.Labelled($"{entry.When}: ", entry.What, PaperStyles.Strong, PaperStyles.Body)));
            }
        });
    }

    /// <summary>How anybody checks a receipt against its file.</summary>
    /// <param name="match">Where; null = it is not known.</param>
    public static void Verification(SheetWriter writer, Uri? match)
    {
        writer.Section("Come si controlla");
        writer.Paragraph(
            "L'impronta SHA-256 di un file è uguale soltanto se il file è lo stesso, fino all'ultimo byte. "
            + (match is null
                ? "Nella pagina «Controlla una ricevuta» di PianoZona scrivi il numero e scegli il file."
                : $"Apri {match} e scegli il file: si legge se è quello di questa ricevuta. Non serve l'accesso.")
            + " Senza PianoZona, calcola l'impronta del file con certutil -hashfile NOME-DEL-FILE SHA256 (Windows), "
            + "shasum -a 256 NOME-DEL-FILE (macOS) o sha256sum NOME-DEL-FILE (Linux), e confrontala con quella scritta "
            + "sopra.");
    }
}
