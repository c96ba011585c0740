using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Sending;
using PianoZona.Web.Filling;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of filling in a table, and of declaring that there is nothing.</summary>
internal static class FillingPages
{
    // Id of what a page is about: where a mistake leads that is of no cell and no row.
    private const string Content = "contenuto";

    /// <summary>Where a flow is filled in; null = it is sent as a file only, or not known.</summary>
    /// <param name="body">Code of the other body whose duty it is; null = of the reader's own.</param>
    public static string? AddressOf(string? flow, string? period, string? body) =>
        flow is not null && period is not null && FlowCatalogue.Find(flow)?.Online is not null
            ? Addresses.FillingOf(flow, period, body)
            : null;

    /// <summary>Where a table is filled in further.</summary>
    /// <param name="rows">How many rows it shows, at the first one that is empty; 0 = as many as there are.</param>
    public static string AddressOf(FillingState state, int rows)
    {
        (string flow, string period) = (state.Sheet.Flow.Code, state.Sheet.Period.Text);
        return rows == 0
            ? Addresses.FillingOf(flow, period, state.Sheet.For?.Code)
            : Addresses.FillingWithRows(
                flow, period, rows, state.Rows.Count(row => state.Sheet.IsForIt(row.Cells)) + 1,
                state.Sheet.For?.Code);
    }

    /// <summary>The page after a table was saved: where it is sent, or the table with what is wrong in it.</summary>
    /// <param name="sends">Whether it is to be sent.</param>
    /// <param name="rows">How many rows are shown; 0 = as many as there are.</param>
    public static string NextOf(FillingState state, bool sends, int rows) => state switch
    {
        { IsOnItsWay: true } => Addresses.DraftOf(state.Key.Id),
        { Found.Outcome: Outcome.Refused } when sends => Addresses.FillingWithMistakes(
            state.Sheet.Flow.Code, state.Sheet.Period.Text, state.Sheet.For?.Code),
        _ => sends ? Addresses.DraftOf(state.Key.Id) : AddressOf(state, rows),
    };

    /// <summary>The page on which a draft was made; null = it was chosen as a file.</summary>
    public static NamedLink? OriginOf(DraftState draft, Caller caller) =>
        draft.Facts is not { Flow: { } flow, Period: { } period }
        ? null
        : FillingKeys.IsTable(draft.Key, draft.Facts)
            ? new NamedLink("Torna alla tabella", Addresses.FillingWithMistakes(
                flow, period, SendingPages.BegunFor(draft.Facts, caller.Ambito, caller.Sender)?.Code))
        : FillingKeys.IsNothing(draft.Key, draft.Facts)
            ? new NamedLink("Torna alla scelta", Addresses.SendFor(flow, period))
        : null;

    /// <summary>The table, with what was found in it.</summary>
    /// <param name="rows">How many rows are shown at least: those without anything typed come last.</param>
    /// <param name="mayDeclareNothing">
    /// Whether the rules would accept that the body that owes it declares that there is nothing.
    /// </param>
    /// <param name="pageVersion">The version that the page was made of on which it was typed; null = none.</param>
    public static FillView Table(
        FillingState state, Caller caller, int rows, bool mayDeclareNothing, string? pageVersion = null)
    {
        SheetColumn[] entered = [.. state.Sheet.Entered];
        SheetRow blank = new(state.Sheet.BlankRow(), null, null);
        SheetRow[] own =
        [
            .. state.Rows.Where(row => state.Sheet.IsForIt(row.Cells)),
            .. Enumerable.Repeat(blank, Math.Max(0, Math.Min(rows, OnlineForm.MostRows) - state.Rows.Count)),
        ];
        SheetRow[] shown = [.. own, .. state.Rows.Where(row => !state.Sheet.IsForIt(row.Cells))];
        FillRow[] cells = [.. shown.Select((row, index) => RowOf(state, entered, row, index + 1))];
        (string flow, string period, Sender? body) =
            (state.Sheet.Flow.Code, state.Sheet.Period.Text, state.Sheet.For);
        return new FillView(
            SharedWords.AboutOf(flow, period, body), flow, period, SummaryOf(state), FactsOf(state.Sheet, caller),
            [.. entered.Select(ColumnOf)], cells[..own.Length], SavedOf(state))
        {
            For = SendingPages.NamedOf(body),
            Others = cells[own.Length..],
            NoData = body is null ? null : SharedWords.NoDataOf(body, mayDeclareNothing),
            Mistakes = MistakesOf(state, shown, cells),
            Totals = TotalsOf(state),
            Nothing = mayDeclareNothing && body is null ? Addresses.NothingOf(flow, period) : null,
            HasRoom = shown.Length < OnlineForm.MostRows,
            // Whoever does not choose meets the other again.
            Version = state.Other is null ? state.Version : pageVersion,
            Conflict = MeetingWords.Of(state, caller.Ambito),
        };
    }

    /// <summary>Where it is declared that there is nothing.</summary>
    public static NothingView Nothing(NothingState state, Caller caller, params FieldMistake[] mistakes) => new(
        HomePages.AboutOf(state.Flow.Code, state.Period.Text), state.Flow.Code, state.Period.Text, caller.Sender.Name,
        state.Replaces?.ReceiptId, mistakes)
    {
        ToldBy = [.. state.ToldBy.Select(other => other.Name)],
    };

    /// <summary>Totals of the rows that are in order.</summary>
    public static IReadOnlyList<Fact> TotalsOf(FillingState state) =>
        [.. state.Totals.Select(total => new Fact(
            state.Sheet.Flow.Columns.First(column => column.Name == total.Column).Title, FigureOf(total)))];

    /// <summary>What was found in the cells that are filled in, in the order of the page.</summary>
    public static IEnumerable<(string Cell, Problem Problem)> InCells(FillingState state) =>
        from row in state.Rows.Index()
        where row.Item.FileRow is not null
        from problem in state.Found?.Problems ?? []
        where problem.Row == row.Item.FileRow
            && state.Sheet.Entered.Any(column => column.Column.Name == problem.Column)
        select (FillView.NameOf(problem.Column!, row.Index + 1), problem);

    /// <summary>When it was saved, or why it was not; null = nothing was saved yet.</summary>
    public static string? SavedOf(FillingState state) => state switch
    {
        { Found.Outcome: Outcome.Quarantined } =>
            "Bozza non salvata: contiene dati personali, che non conserviamo. Toglili e salva di nuovo.",
        { TooMany: { } rows, SavedAt: null } => $"Bozza non salvata. {TooLongPages.NotSaved(rows)}",
        { SavedAt: { } at } => $"Bozza salvata alle {RomeTime.TimeOfDay(at).ToString("HH:mm", Italian.Culture)}"
            + $" del {Italian.Day(RomeTime.DayOf(at))}.",
        _ => null,
    };

    private static string SummaryOf(FillingState state) =>
        (state.BehindOf is { } newer
            ? $"Questa bozza è più vecchia dell'invio accettato il {Italian.Moment(newer)}: se la invii, le sue righe ne "
                + "prendono il posto. Prima di inviare guarda «Che cosa cambia». "
            : string.Empty)
        + (state.AcceptedAt is { } accepted
            ? (state.Sheet.For is null || state.Rows.Any(row => HasFigures(state, row))
                ? "Le righe sono quelle" : "Le righe degli altri enti sono quelle")
                + $" dell'invio accettato il {Italian.Moment(accepted)}. "
            : string.Empty)
        + (state.Units is > 0 and { } units
            ? (units == 1 ? "La tabella parte dalla tua unità aperta, data per confermata"
                : $"La tabella parte dalle tue {Italian.Number(units)} unità aperte, date per confermate")
                + ": scrivi il giorno della verifica e correggi ciò che è cambiato. "
            : state.HasYearBefore
            ? "La tabella parte dalle righe dell'anno prima: sotto ogni casella c'è il valore di allora. "
            : string.Empty)
        + "Le righe senza valori non vengono inviate: se il valore è zero scrivi 0. Per togliere una riga, svuotala.";

    private static bool HasFigures(FillingState state, SheetRow row) =>
        state.Sheet.IsForIt(row.Cells) && !state.Sheet.HasNoFigures(row.Cells);

    private static IReadOnlyList<Fact> FactsOf(FillingSheet sheet, Caller caller) =>
        [.. sheet.Columns.Where(column => column.Fixed is not null).Select(column => new Fact(
            column.Column.Title,
            column.Fixed == caller.Sender.Code ? $"{caller.Sender.Name} ({column.Fixed})" : column.Fixed!))];

    private static FillColumn ColumnOf(SheetColumn column) => new(
        column.Column.Title,
        column.Column.Example.Length > 0
            ? $"{column.Column.Description} Per esempio: {column.Column.Example}"
            : column.Column.Description,
        column.Column.ValueRequired, IsNumber(column.Column));

    private static FillRow RowOf(FillingState state, SheetColumn[] entered, SheetRow row, int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Riga {number}");
        return new FillRow(
            FillView.RowIdOf(number), name, [.. entered.Select(column => CellOf(state, column, row, number, name))]);
    }

    private static FillCell CellOf(FillingState state, SheetColumn column, SheetRow row, int number, string name)
    {
        string value = row.Cells[column.Column.Ordinal];
        string? before = column.IsCarried ? null : row.Before?[column.Column.Ordinal];
        Problem[] problems = row.FileRow is null ? []
            : [.. (state.Found?.Problems ?? []).Where(problem =>
                problem.Row == row.FileRow && problem.Column == column.Column.Name)];
        return new FillCell(
            FillView.NameOf(column.Column.Name, number), $"{column.Column.Title}, {name.ToLower(Italian.Culture)}",
            value, ChoicesOf(column, value))
        {
            Place = $"{name}, colonna {column.Column.Title}",
            IsNumber = IsNumber(column.Column),
            IsNeeded = column.Column.ValueRequired,
            IsShort = column.Column.Kind is ColumnKind.Integer or ColumnKind.Year,
            Stays = state.Sheet.For is not null && column.Column == state.Sheet.Flow.BodyColumn,
            Before = string.IsNullOrEmpty(before) ? null : $"Anno prima: {before}",
            Mistake = OfWeight(Severity.Error),
            Warning = OfWeight(Severity.Warning),
        };

        string? OfWeight(Severity severity) =>
            problems.FirstOrDefault(problem => problem.Severity == severity) is { } one
                ? TableWords.Of(state, one) : null;
    }

    // What was typed is never lost, also where it is none of the choices.
    private static IReadOnlyList<FieldChoice> ChoicesOf(SheetColumn column, string value) => column.Choices.Count == 0
        ? []
        :
        [
            new FieldChoice(string.Empty, column.Column.ValueRequired ? "Scegli" : "Non indicato"),
            .. column.Choices.Select(choice => new FieldChoice(choice.Value, NameOf(choice))),
            .. value.Length == 0 || column.Choices.Any(choice => choice.Value == value)
                ? [] : (FieldChoice[])[new FieldChoice(value, value)],
        ];

    // The name first, which is what people look for; the code, which is in files, where it is another word.
    private static string NameOf(SheetChoice choice) => TextKey.Compact(choice.Name) == TextKey.Compact(choice.Value)
        ? choice.Name
        : $"{choice.Name} ({choice.Value})";

    // Of a cell at the cell, of a row at the row, of the whole file at the top of the page.
    private static FieldMistake[] MistakesOf(FillingState state, SheetRow[] shown, FillRow[] cells)
    {
        HashSet<Problem> inCells = [.. InCells(state).Select(one => one.Problem)];
        return
        [
            .. state is { TooMany: { } rows }
                ? (FieldMistake[])[new FieldMistake(Content, TooLongPages.NotSaved(rows))] : [],
            .. from problem in state.Found?.Problems ?? []
               where problem.Severity == Severity.Error && !inCells.Contains(problem)
               select ElsewhereThanInCells(state, problem, shown, cells),
            .. from cell in cells.SelectMany(row => row.Cells)
               where cell.Mistake is not null
               select new FieldMistake(cell.Name, $"{cell.Place}: {cell.Mistake}"),
        ];
    }

    private static FieldMistake ElsewhereThanInCells(
        FillingState state, Problem problem, SheetRow[] shown, FillRow[] cells)
    {
        int index = problem.Row is { } row ? Array.FindIndex(shown, one => one.FileRow == row) : -1;
        string words = TableWords.Of(state, problem);
        return index >= 0
            ? new FieldMistake(cells[index].Id, $"{cells[index].Name}: {words}")
            : new FieldMistake(Content, words);
    }

    private static bool IsNumber(Column column) => column.Kind is
        ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity or ColumnKind.Year or ColumnKind.Measure;

    private static string FigureOf(ColumnTotal total) =>
        decimal.Parse(total.Amount, NumberStyles.Number, CultureInfo.InvariantCulture).ToString(
            total.Amount.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", Italian.Culture);
}
