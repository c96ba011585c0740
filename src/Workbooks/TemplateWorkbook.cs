using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;

namespace PianoZona.Workbooks;

/// <summary>The empty workbook of a flow: a sheet to fill in, named as the flow, instructions and an example.</summary>
/// <remarks>The example is not in the sheet to fill in: forgotten there, it would be sent as data.</remarks>
public static class TemplateWorkbook
{
    private const string Lists = "Elenchi";

    private static readonly double[] Widths = [24, 24, 54, 13, 36, 18];

    private static readonly (string, CellStyle)[] Headings =
    [
        ("Colonna", CellStyle.Header),
        ("Titolo", CellStyle.Header),
        ("Descrizione", CellStyle.Header),
        ("Obbligatoria", CellStyle.Header),
        ("Valori ammessi", CellStyle.Header),
        ("Esempio", CellStyle.Header),
    ];

    /// <summary>Writes the template.</summary>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <param name="rows">Rows that are begun already, a cell for each column; none = an empty sheet.</param>
    public static void Write(FlowSchema flow, Stream output, params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using WorkbookFile file = new(output);
        List<Column> choices = [.. flow.Columns.Where(column => column.Choices.Count > 0)];
        WriteData(file, flow, choices, rows);
        WriteInstructions(file, flow);
        WriteExample(file, flow);
        if (choices.Count > 0)
        {
            WriteLists(file, choices);
        }
    }

    private static void WriteData(
        WorkbookFile file, FlowSchema flow, List<Column> choices, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using SheetWriter sheet = file.AddSheet(
            flow.Code,
            new SheetLayout([.. flow.Columns.Select(column => (WidthOf(column), StyleOf(column.Kind)))])
            {
                FrozenRows = 1,
                RepeatedRow = 1,
                IsActive = true,
                Row = 2,
            });
        sheet.WriteRow(1, Header(flow));
        for (int i = 0; i < rows.Count; i++)
        {
            sheet.WriteRow(
                i + 2, [.. flow.Columns.Select(column => (rows[i][column.Ordinal], StyleOf(column.Kind)))]);
        }

        foreach (Column column in flow.Columns)
        {
            sheet.Comment(1, column.Ordinal, Explain(column));
        }

        for (int i = 0; i < choices.Count; i++)
        {
            string letters = Location.A1(i, 1).TrimEnd('1');
            sheet.Choices(
                choices[i].Ordinal,
                $"{Lists}!${letters}$1:${letters}${choices[i].Choices.Count}",
                choices[i].Title,
                "Scegliere una delle voci dell'elenco.");
        }
    }

    private static void WriteInstructions(WorkbookFile file, FlowSchema flow)
    {
        using SheetWriter sheet = file.AddSheet(
            "Istruzioni",
            new SheetLayout([.. Widths.Select(width => (width, CellStyle.Normal))]));
        int row = 1;
        sheet.WriteRow(row++, (flow.Title, CellStyle.Title));
        foreach (string line in (string[])
                [
                    flow.Description,
                    $"Compilare il foglio «{flow.Code}» a partire dalla riga 2, una riga per ogni dato, senza "
                        + $"cambiare i nomi delle colonne.",
                    "I nomi in grassetto sono delle colonne obbligatorie; il commento di ognuno dice che cosa si "
                        + "scrive. Nel foglio «Esempio» c'è una riga compilata.",
                    "Le colonne non obbligatorie si possono lasciare vuote o togliere. Un valore che manca si lascia "
                        + "vuoto: non è zero.",
                    "Non scrivere nomi, codici fiscali, telefoni o indirizzi di posta di persone: il file verrebbe "
                        + "rifiutato e cancellato.",
                ])
        {
            sheet.WriteRow(row++, (line, CellStyle.Normal));
        }

        row++;
        sheet.WriteRow(row++, Headings);
        foreach (Column column in flow.Columns)
        {
            sheet.WriteRow(
                row++,
                (column.Name, CellStyle.Label),
                (column.Title, CellStyle.Wrapped),
                (column.Description, CellStyle.Wrapped),
                (column.Required ? "sì" : "no", CellStyle.Wrapped),
                (Allowed(column), CellStyle.Wrapped),
                (column.Example, CellStyle.Wrapped));
        }
    }

    private static void WriteExample(WorkbookFile file, FlowSchema flow)
    {
        using SheetWriter sheet = file.AddSheet(
            "Esempio", new SheetLayout([.. flow.Columns.Select(column => (WidthOf(column), CellStyle.Text))]));
        sheet.WriteRow(1, Header(flow));
        sheet.WriteRow(2, [.. flow.Columns.Select(column => (column.Example, CellStyle.Text))]);
    }

    private static (string, CellStyle)[] Header(FlowSchema flow) =>
        [
            .. flow.Columns.Select(column =>
                (column.Name, column.Required ? CellStyle.Header : CellStyle.OptionalHeader)),
        ];

    private static void WriteLists(WorkbookFile file, List<Column> choices)
    {
        using SheetWriter sheet = file.AddSheet(Lists, new SheetLayout([]) { IsHidden = true });
        for (int i = 0; i < choices.Max(column => column.Choices.Count); i++)
        {
            sheet.BeginRow(i + 1);
            for (int j = 0; j < choices.Count; j++)
            {
                if (i < choices[j].Choices.Count)
                {
                    sheet.Cell(i + 1, j, choices[j].Choices[i], CellStyle.Text);
                }
            }

            sheet.EndRow();
        }
    }

    private static string Explain(Column column)
    {
        string allowed = Allowed(column);
        return $"{column.Title}{(column.Required ? " (obbligatoria)" : string.Empty)}\n{column.Description}"
            + (allowed.Length > 0 ? $"\nValori ammessi: {allowed}" : string.Empty)
            + (column.Example.Length > 0 ? $"\nEsempio: {column.Example}" : string.Empty);
    }

    private static string Allowed(Column column) => column.Kind switch
    {
        ColumnKind.Choice => string.Join(", ", column.Choices),
        ColumnKind.Money => "importo in euro, al massimo due decimali",
        ColumnKind.Integer => "numero intero",
        ColumnKind.Quantity => "numero, al massimo quattro decimali",
        ColumnKind.Year => "anno di quattro cifre",
        ColumnKind.Date => "data, per esempio 31/12/2025",
        ColumnKind.Period => "periodo, per esempio 2025, 2025-S1, 2025-T3, 2025-09",
        ColumnKind.Text => $"testo, al massimo {column.MaxLength} caratteri",
        _ => string.Empty,
    };

    private static double WidthOf(Column column) =>
        Math.Clamp(Math.Max(column.Name.Length, column.Example.Length) + 4, 12, 40);

    // Everything that is no quantity is text, so that 018110 keeps its zero and 2025-09 does not become a day.
    private static CellStyle StyleOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Money => CellStyle.Money,
        ColumnKind.Quantity => CellStyle.Quantity,
        ColumnKind.Integer or ColumnKind.Year => CellStyle.Integer,
        ColumnKind.Date => CellStyle.Date,
        _ => CellStyle.Text,
    };
}
