using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Flows;

/// <summary>The columns of funds, as an Ambito has and calls them.</summary>
internal static class FundNames
{
    /// <summary>The name of a fund's column.</summary>
    /// <param name="code">Code of the fund.</param>
    public static string HeaderOf(string code) => code.ToLowerInvariant().Replace('-', '_').Replace('.', '_');

    /// <summary>The column of a fund.</summary>
    /// <param name="header">Name of the column.</param>
    /// <param name="code">Code of the fund.</param>
    /// <param name="name">Name of the fund.</param>
    /// <param name="example">An amount; empty = none.</param>
    public static Column ColumnOf(string header, string code, string name, string example) =>
        new(header, ColumnKind.Money, name, $"Parte pagata dal fondo {code}, in euro.", example)
        { Summable = true, Minimum = 0, FundCode = code };

    /// <summary>A flow as an Ambito has it (<see cref="FlowSchema.In"/>).</summary>
    public static FlowSchema In(FlowSchema flow, Ambito ambito)
    {
        IReadOnlyList<(Fund Fund, Column Column)> funds = FundsOf(flow, ambito);
        Dictionary<string, Column> renamed = funds.Where(pair => !pair.Column.IsOwnFund)
            .ToDictionary(pair => pair.Column.FundCode!, pair => pair.Column, StringComparer.Ordinal);
        IEnumerable<Column> columns = flow.Columns.Select(column =>
            column.FundCode is { } code ? renamed.GetValueOrDefault(code, column) : column);
        return flow.With(
            InOrder(columns.Concat(funds.Select(pair => pair.Column).Where(column => column.IsOwnFund))),
            NamesOf(flow, funds));
    }

    /// <summary>A flow to be filled in (<see cref="FlowSchema.ToFillIn"/>).</summary>
    public static FlowSchema ToFillIn(FlowSchema flow, Ambito ambito)
    {
        IReadOnlyList<(Fund Fund, Column Column)> funds = FundsOf(flow, ambito);
        Column[] others = [.. flow.Columns.Where(IsNoFund)];
        return flow.With(
            InOrder(
                others.Where(column => column.FundCode is null)
                    .Concat(funds.Select(pair => pair.Column))
                    .Concat(others.Where(column => column.FundCode is not null))),
            NamesOf(flow, funds));
    }

    private static bool IsNoFund(Column column) => column.FundCode is not { } code || !FundCodes.IsFund(code);

    private static IReadOnlyList<(Fund Fund, Column Column)> FundsOf(FlowSchema flow, Ambito ambito)
    {
        Dictionary<string, Column> ofCatalogue = flow.Columns.Where(column => !IsNoFund(column))
            .ToDictionary(column => column.FundCode!, StringComparer.Ordinal);
        HashSet<string> headers = new(
            flow.Columns.Select(column => TextKey.Compact(column.Name)), StringComparer.Ordinal);
        return [.. ambito.Funds.Select(fund => (fund, Of(fund)))];

        // Of several funds that are the same of the catalogue one has its column, the others their own.
        Column Of(Fund fund)
        {
            string catalogue = fund.Catalogue ?? fund.Code;
            bool isOfCatalogue = ofCatalogue.ContainsKey(catalogue) && ambito.FundOf(catalogue) == fund.Code;
            if (isOfCatalogue && catalogue == fund.Code)
            {
                return ofCatalogue[catalogue];
            }

            Column own = ColumnOf(Free(HeaderOf(fund.Code), headers), fund.Code, fund.Name, string.Empty);
            return isOfCatalogue ? own with { FundCode = catalogue } : own with { IsOwnFund = true };
        }
    }

    private static string Free(string header, HashSet<string> taken)
    {
        string free = header;
        while (!taken.Add(TextKey.Compact(free)))
        {
            free = "fondo_" + free;
        }

        return free;
    }

    // A column that has its place already is the flow's own, and may be in use.
    private static IReadOnlyList<Column> InOrder(IEnumerable<Column> columns) =>
        [.. columns.Select((column, place) => column.Ordinal == place ? column : column with { Ordinal = place })];

    // What is no fund is called in one way; then the Ambito's words go before those of the catalogue.
    private static IEnumerable<(string Name, string Column)> NamesOf(
        FlowSchema flow, IReadOnlyList<(Fund Fund, Column Column)> funds) => flow.Columns.Where(IsNoFund)
        .Select(column => (column.Name, column.Name))
        .Concat(funds.Select(pair => (pair.Fund.Code, pair.Column.Name)))
        .Concat(funds.SelectMany(pair =>
            pair.Fund.Aliases.Prepend(pair.Fund.Name).Append(pair.Column.Name)
                .Select(name => (name, pair.Column.Name))))
        .Concat(flow.FundColumns.Select(column => (column.Name, funds
            .Where(pair => !pair.Column.IsOwnFund && pair.Column.FundCode == column.FundCode)
            .Select(pair => pair.Column.Name)
            .FirstOrDefault(column.Name))));
}
