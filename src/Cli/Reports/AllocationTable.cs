using System.Globalization;
using PianoZona.Allocation;
using PianoZona.Contracts;
using PianoZona.Contracts.Text;
using Spectre.Console;

namespace PianoZona.Cli.Reports;

/// <summary>A riparto for the terminal: part by part, against last year, and who has no share.</summary>
internal static class AllocationTable
{
    // Wide enough for a dozen columns when nobody's window says how wide it is.
    private const int WidthOfAFile = 200;

    public static void Write(AllocationResult result)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = WidthOfAFile;
        }

        AnsiConsole.Write(Shares(result));
        foreach (LineAmount line in result.Lines.Where(line => line.Line is not null))
        {
            AnsiConsole.WriteLine(
                $"Linea «{line.Line}»: {line.Amount.ToItalian()} €{(line.Rule is null ? null : $" ({line.Rule})")}.");
        }

        foreach (IndicatorBase basis in result.IndicatorBases)
        {
            AnsiConsole.WriteLine($"Base di «{basis.Indicator}»: {string.Join(", ", Known(basis))}.");
        }

        foreach (NoShare none in result.WithoutShare)
        {
            AnsiConsole.WriteLine($"Senza quota, {none.Code} {none.Name}: {none.Reason}");
        }

        foreach ((string code, Money previous) in result.Gone)
        {
            AnsiConsole.WriteLine(
                $"L'anno scorso c'era {code}, con {previous.ToItalian()} €: quest'anno non è nel piano.");
        }

        AnsiConsole.WriteLine($"Metodo: {result.Method}.");
    }

    private static Table Shares(AllocationResult result)
    {
        string[] labels =
        [
            .. result.Shares.SelectMany(share => share.Parts).Select(Label).Distinct(StringComparer.Ordinal),
        ];
        string[] parts = labels.Length > 1 ? labels : [];
        string[] comparison = result.IsCompared ? ["Anno scorso", "Differenza", "%"] : [];
        Table table = new Table().AddColumns("Codice", "Nome");
        foreach (string name in parts.Append("Euro").Concat(comparison))
        {
            table.AddColumn(new TableColumn(Markup.Escape(name)).RightAligned());
        }

        foreach (Share share in result.Shares)
        {
            ILookup<string, Money> amounts = share.Parts.ToLookup(Label, part => part.Amount, StringComparer.Ordinal);
            table.AddRow(
            [
                Markup.Escape(share.Code), Markup.Escape(share.Name),
                .. parts.Select(label => Euro(amounts[label].Cast<Money?>().SumOrMissing())),
                share.Amount.ToItalian(),
                .. result.IsCompared
                    ? new[] { Euro(share.Previous), Euro(share.Difference), Percent(share.DifferencePercent) }
                    : [],
            ]);
        }

        table.AddRow([
            "Totale",
            string.Empty,
            .. parts.Select(label =>
                Euro(
                    result
                        .Shares.SelectMany(share => share.Parts)
                        .Where(part => Label(part) == label)
                        .Select(part => (Money?)part.Amount)
                        .SumOrMissing())),
            result.Total.ToItalian(),
            .. comparison.Select(_ => string.Empty),
        ]);
        return table;
    }

    private static string Label(SharePart part) =>
        part.Line is null ? part.Indicator : $"{part.Line}: {part.Indicator}";

    // A dash is what is not known, or has no part: it is not zero.
    private static string Euro(Money? amount) => amount?.ToItalian() ?? "-";

    private static string Percent(decimal? value) => value?.ToString("0.00", Italian.Culture) ?? "-";

    private static IEnumerable<string> Known(IndicatorBase basis) =>
        new[]
        {
            basis.Year?.ToString(CultureInfo.InvariantCulture),
            basis.Date is { } date ? Italian.Day(date) : null,
            basis.Source,
        }.OfType<string>();
}
