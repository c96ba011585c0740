using System.Globalization;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Hub.Filling;

/// <summary>
/// What was found in the file of a table, in words for who sees the table: rows are those of the page, columns have
/// their titles, no cell has an address of a sheet, and what is advised is accepted when it is typed.
/// </summary>
public static partial class TableWords
{
    private const string PersonalData = "PZ1013";

    /// <summary>What is wrong and how to correct it, without the place: it stands beside the cell or the row.</summary>
    /// <param name="state">The table that it was found in.</param>
    public static string Of(FillingState state, Problem problem)
    {
        if (problem.Code == PersonalData && WhatIsOfAPerson().Match(problem.Message) is { Success: true } what)
        {
            return $"C'è {what.Groups["what"].Value}: togli i dati della persona. Il resto della tabella resta qui.";
        }

        Column? column = state.Sheet.Flow.Columns.FirstOrDefault(one => one.Name == problem.Column);
        string message = Reading(problem, column) is { } reading
            ? reading
            : WithoutPlace(Translate(state, problem.Message), PlaceOf(state, problem, column));
        return $"{Capital(message)} {Advice(problem, column) ?? Capital(Translate(state, problem.Fix))}".TrimEnd();
    }

    /// <summary>Where it is: <c>riga 1, colonna Importo</c>; null when it is of the whole table.</summary>
    public static string? PlaceOf(FillingState state, Problem problem) =>
        PlaceOf(state, problem, state.Sheet.Flow.Columns.FirstOrDefault(one => one.Name == problem.Column));

    private static string? PlaceOf(FillingState state, Problem problem, Column? column) => problem.Row is not { } row
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"riga {RowOf(state, row) ?? row}")
            + (column is null ? string.Empty : $", colonna {column.Title}");

    // The row of the page, from 1, in which a row of the file stands.
    private static int? RowOf(FillingState state, int fileRow)
    {
        for (int index = 0; index < state.Rows.Count; index++)
        {
            if (state.Rows[index].FileRow == fileRow)
            {
                return index + 1;
            }
        }

        return null;
    }

    private static string WithoutPlace(string message, string? place) =>
        place is not null && message.StartsWith(place + ": ", StringComparison.OrdinalIgnoreCase)
            ? message[(place.Length + 2)..]
            : message;

    // What people typed stands in guillemets and is left as it is.
    private static string Translate(FillingState state, string text) => Sheets().Replace(text, match =>
        match.Groups["column"] is { Success: true, Value: { } name } ? $"colonna {TitleOf(state, name)}"
        : match.Groups["rows"].Success ? Digits().Replace(match.Value, one => RowIn(state, one.Value))
        : match.Groups["cell"] is { Success: true, Value: { } cell }
            ? (char.IsUpper(cell[0]) ? "Casell" : "casell") + cell[^1]
        : match.Groups["address"].Success ? string.Empty
        : match.Value);

    private static string TitleOf(FillingState state, string name) =>
        state.Sheet.Flow.Columns.FirstOrDefault(one => one.Name == name)?.Title ?? $"«{name}»";

    private static string RowIn(FillingState state, string row) =>
        int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int fileRow)
            && RowOf(state, fileRow) is { } shown
            ? shown.ToString(CultureInfo.InvariantCulture)
            : row;

    private static string Capital(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // Of a column it is told once, of the first number: how that was read says how all are.
    private static string? Reading(Problem problem, Column? column) =>
        problem is not { Code: "PZ3004", Value: { } value } || column is null ? null
        : NumberText.Classify(value) == NumberShape.OneGroup
            ? $"«{value}» è letto come {WithoutDots(value)}: il punto separa le migliaia."
            : $"«{value}» è letto come {WithComma(value)}: il punto separa i decimali.";

    private static string? Advice(Problem problem, Column? column) => (problem.Code, column, problem.Value) switch
    {
        ("PZ3001", { Kind: ColumnKind.Date }, _) => "Scrivi il giorno, per esempio 31/12/2025.",
        ("PZ3001", { Kind: ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Measure }, _) =>
            "Scrivi un valore; se è zero, scrivi 0.",
        ("PZ3001", _, _) => "Scrivi un valore.",
        ("PZ3002", { Decimals: 0 }, _) =>
            "Scrivi un numero intero, per esempio 1234. Se il dato non c'è, lascia vuoto.",
        ("PZ3002", _, _) =>
            "Scrivi un solo numero, per esempio 1.234,50 oppure 1234,50. Se il dato non c'è, lascia vuoto.",
        ("PZ3003", { } read, { } value) => NumberText.Classify(value) == NumberShape.OneGroup
            ? $"Scrivi {WithoutDots(value)}, e usa la virgola per i decimali in tutta la colonna."
            : read.Decimals == 0 ? $"Scrivi {WithoutDots(value)}."
            : $"Scrivi {WithComma(value)} oppure {WithoutDots(value)}.",
        ("PZ3004", { } read, { } value) => "Se è giusto non serve altro; per togliere l'avviso scrivi "
            + (NumberText.Classify(value) != NumberShape.OneGroup ? $"{WithComma(value)}."
            : read.Decimals == 0 ? $"{WithoutDots(value)}."
            : $"{WithoutDots(value)} oppure {value},00."),
        ("PZ3009", _, _) => "Scrivi il valore nella forma indicata.",
        _ => null,
    };

    private static string WithoutDots(string value) => value.Replace(".", string.Empty, StringComparison.Ordinal);

    private static string WithComma(string value) => value.Replace('.', ',');

    [GeneratedRegex(
        @"colonna «(?<column>[a-z_]+)»|«[^»]*»|(?<rows>\b[Rr]igh?[ae]( (e )?[0-9]+(-[0-9]+)?,?)+)"
            + @"|(?<address> ?\(cell[ae] [A-Z]{1,3}[0-9]+\))|\b(?<cell>[Cc]ell[ae])\b( [A-Z]{1,3}[0-9]+\b)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sheets();

    [GeneratedRegex(@"c'è (?<what>[^.]+)\. ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WhatIsOfAPerson();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
