using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.EndToEnd.Support;

namespace PianoZona.Hub.Tests.Conservation;

/// <summary>
/// Any rows that a flow accepts, from its declaration: cells by the kind of their column, then what its rules ask.
/// </summary>
internal static class AnyRows
{
    private const decimal MostEuro = 9_999m;
    private const string Casual = "Tutela minori";
    private const string Service = "SAD";

    // Their other values are a matter of one row with others, which is not what is asked here.
    private static readonly Column[] AsInTheExample =
        [Assegnazioni.Base, Indicatori.Unita, UnitaOfferta.Stato, Popolazione.PercentualeOver65];

    // From the smallest that is allowed to the largest.
    private static readonly Column[] Places =
        [UnitaOfferta.PostiContrattualizzati, UnitaOfferta.PostiAccreditati, UnitaOfferta.PostiAutorizzati];

    /// <summary>A file of a flow: its header, and as many rows as there are Comuni at most.</summary>
    public static Gen<string> FileOf(FlowSchema flow) =>
        from count in Gen.Choose(1, 6)
        from rows in Gen.ArrayOf(Gen.CollectToArray(flow.Columns, CellOf), count)
        select Written(flow, [.. rows.Select((cells, index) => RowOf(flow, cells, index))]);

    private static string Written(FlowSchema flow, IReadOnlyList<Row> rows)
    {
        string[] total = [.. flow.Columns.Select((column, place) => TotalOf(rows, column, place))];
        string[][] lines =
        [
            [.. flow.Columns.Select(column => column.Name)],
            .. rows.Select(row => row.Cells),
            .. flow.ControlTotalRequired ? [total] : Array.Empty<string[]>(),
        ];
        return string.Concat(lines.Select(cells => string.Join(';', cells) + "\n"));
    }

    private static string TotalOf(IReadOnlyList<Row> rows, Column column, int place) =>
        place == 0 ? "TOTALE"
        : column.Summable ? Row.Text(rows.Sum(row => row[column] ?? 0m))
        : string.Empty;

    private static Gen<string> CellOf(Column column)
    {
        Gen<string> value = column.Kind switch
        {
            _ when AsInTheExample.Contains(column) => Gen.Constant(column.Example),
            ColumnKind.Money => Gen.Choose(0, (int)MostEuro * 100).Select(cents => Row.Text(cents / 100m)),
            ColumnKind.Integer or ColumnKind.Measure => Gen.Choose(0, 50).Select(number => Row.Text(number)),
            ColumnKind.Quantity => Gen.Choose(0, 400_000).Select(number => Row.Text(number / 10_000m)),
            ColumnKind.Choice => Gen.Elements(column.Choices.ToArray()),
            ColumnKind.Text => Gen.Elements(Service, Casual),
            ColumnKind.Fund => Gen.Elements("FNPS", "FNA", "QSFP", "PNRR-1.1.2", "FSR"),
            ColumnKind.Year when column.Name == "annualita" => Gen.Elements("2020", "2021"),
            _ => Gen.Constant(column.Example),
        };
        return column.ValueRequired ? value : Gen.Frequency((1, Gen.Constant(string.Empty)), (3, value));
    }

    private static Row RowOf(FlowSchema flow, string[] cells, int index)
    {
        Row row = new(flow, cells);
        foreach (Column column in flow.Columns)
        {
            string place = index.ToString(CultureInfo.InvariantCulture);
            row.Set(column, column.Kind switch
            {
                ColumnKind.Comune or ColumnKind.Body => TestAmbito.Comuni[index],
                ColumnKind.OpaqueId => "ID-00000" + place,
                ColumnKind.Text when flow.Key.Contains(column) => $"{row.Cell(column)} {place}",
                _ => row.Cell(column),
            });
        }

        Agree(row);
        foreach (RowRule rule in flow.Rules.OrderBy(rule => rule is RowRule.SharesOfAmount))
        {
            Obey(row, rule);
        }

        return row;
    }

    // What is asked of one flow alone.
    private static void Agree(Row row)
    {
        if (row.Flow == Assegnazioni.Schema)
        {
            bool granted = row.Cell(Assegnazioni.Stato) != Assegnazioni.NonAncoraAssegnato;
            row.Set(Assegnazioni.Importo, granted ? row[Assegnazioni.Importo] ?? 1m : null);
        }
        else if (row.Flow == MisuraB2.Schema)
        {
            bool funded = row.Cell(MisuraB2.Esito) is MisuraB2.Finanziata or MisuraB2.Chiusa;
            row.Set(MisuraB2.Importo, funded ? row[MisuraB2.Importo] ?? 1m : null);
        }
        else if (row.Flow == Prestazioni.Schema)
        {
            bool named = row.Cell(Prestazioni.Fondo).Length > 0;
            row.Set(Prestazioni.Annualita, !named ? string.Empty
                : row.Cell(Prestazioni.Annualita) is { Length: > 0 } year ? year : "2021");
            row.Set(Prestazioni.QuotaFondo, named ? row[Prestazioni.QuotaFondo] : null);
        }
        else if (row.Flow == UnitaOfferta.Schema)
        {
            decimal most = 0;
            foreach (Column places in Places)
            {
                most = Math.Max(most, row[places] ?? most);
                row.Set(places, row[places] is null ? null : most);
            }
        }
    }

    private static void Obey(Row row, RowRule rule)
    {
        switch (rule)
        {
            case RowRule.PartsOfTotal parts:
                row.Set(parts.Total, parts.Parts.All(part => row[part] is not null)
                    ? parts.Parts.Sum(part => row[part])
                    : row[parts.Total]);
                break;
            case RowRule.PercentOfTotal percent:
                row.Set(percent.Percent, string.Empty);
                break;
            case RowRule.QuantityTimesTariff product:
                row.Set(
                    product.Amount,
                    decimal.Round(
                        row[product.Quantity]!.Value * row[product.Tariff]!.Value, 2, MidpointRounding.AwayFromZero));
                break;
            case RowRule.PaidWithinCommitted paid when row[paid.Paid] > row[paid.Committed]:
                row.Set(paid.Paid, row[paid.Committed]);
                break;
            case RowRule.SharesOfAmount shares:
                Divide(row, shares);
                break;
        }
    }

    // The first share takes what the others leave, of which each takes a part at most.
    private static void Divide(Row row, RowRule.SharesOfAmount rule)
    {
        Column[] given = [.. rule.Shares.Where(share => row[share] is not null)];
        if (given.Length == 0)
        {
            row.Set(rule.Amount, rule.MayBeUndivided ? row[rule.Amount] : 0m);
            return;
        }

        decimal left = row[rule.Amount]!.Value;
        foreach (Column share in given.Skip(1))
        {
            decimal most = decimal.Round(left / given.Length, 2, MidpointRounding.ToZero);
            decimal part = Math.Min(most, row[share]!.Value);
            row.Set(share, part);
            left -= part;
        }

        row.Set(given[0], left);
    }

    /// <summary>The cells of a row, as people write them.</summary>
    internal sealed class Row(FlowSchema flow, string[] cells)
    {
        public FlowSchema Flow => flow;

        public string[] Cells => cells;

        public decimal? this[Column column] =>
            Cell(column) is { Length: > 0 } text ? decimal.Parse(text, NumberStyles.Number, Italian.Culture) : null;

        public static string Text(decimal number) => number.ToString("0.####", Italian.Culture);

        public string Cell(Column column) => cells[column.Ordinal];

        public void Set(Column column, string text) => cells[column.Ordinal] = text;

        public void Set(Column column, decimal? number) =>
            Set(column, number is { } known ? Text(known) : string.Empty);
    }
}
