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
        Dictionary<string, Column> ofCatalogue = flow.FundColumns
            .Where(column => FundCodes.IsFund(column.FundCode!))
            .ToDictionary(column => column.FundCode!, StringComparer.Ordinal);
        HashSet<string> headers = [.. flow.Columns.Select(column => TextKey.Compact(column.Name))];
        List<(Fund Fund, Column Column)> columns = [];
        foreach (Fund fund in ambito.Funds)
        {
            // Of several funds that are the same of the catalogue one has its column, the others their own.
            string catalogue = fund.Catalogue ?? fund.Code;
            Column column = ofCatalogue.TryGetValue(catalogue, out Column? known)
                && ambito.FundOf(catalogue) == fund.Code
                    ? known
                    : ColumnOf(Free(HeaderOf(fund.Code), headers), fund.Code, fund.Name, string.Empty) with
                    {
                        IsOwnFund = true,
                    };
            columns.Add((fund, column));
        }

        return flow.With(
            [.. columns.Select(pair => pair.Column).Where(column => column.IsOwnFund)], NamesOf(flow, columns));
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

    // What is no fund is called in one way; then the Ambito's words go before those of the catalogue.
    private static Dictionary<string, Column> NamesOf(FlowSchema flow, List<(Fund Fund, Column Column)> columns)
    {
        IEnumerable<(string Name, Column Column)> all = flow.Columns
            .Where(column => column.FundCode is not { } code || !FundCodes.IsFund(code))
            .Select(column => (column.Name, column))
            .Concat(columns.Select(pair => (pair.Fund.Code, pair.Column)))
            .Concat(columns.SelectMany(pair =>
                pair.Fund.Aliases.Prepend(pair.Fund.Name).Select(name => (name, pair.Column))))
            .Concat(columns.Select(pair => (pair.Column.Name, pair.Column)))
            .Concat(flow.FundColumns.Select(column => (column.Name, column)));
        Dictionary<string, Column> names = new(StringComparer.Ordinal);
        foreach ((string name, Column column) in all)
        {
            if (TextKey.Compact(name) is { Length: > 0 } key)
            {
                names.TryAdd(key, column);
            }
        }

        return names;
    }
}
