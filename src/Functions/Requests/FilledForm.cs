using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PianoZona.Contracts.Flows;
using PianoZona.Web.Filling;

namespace PianoZona.Functions.Requests;

/// <summary>A table as a form sends it: a field <c>{colonna}-{riga}</c> for each cell, rows from 1.</summary>
internal static class FilledForm
{
    private const int LongestCell = 2000;

    // A page shows what is in force and what was a year before besides what was typed, and all of it comes back.
    private const int MostRows = 4 * OnlineForm.MostRows;

    /// <summary>
    /// The rows, a cell for each column of the flow, as they were typed; those that are not in the form are empty.
    /// </summary>
    /// <exception cref="BadHttpRequestException">
    /// A cell is longer than any that is right, or there are more rows than any page shows: none is left out.
    /// </exception>
    public static IReadOnlyList<IReadOnlyList<string>> RowsOf(FlowSchema flow, IFormCollection form)
    {
        int last = form.Keys.Select(name => RowIn(flow, name)).DefaultIfEmpty().Max();
        if (last > MostRows)
        {
            throw new BadHttpRequestException($"There is a row {last}: no page has more than {MostRows}.");
        }

        return [.. Enumerable.Range(1, last).Select(row => (IReadOnlyList<string>)
            [.. flow.Columns.Select(column => CellOf(form, FillView.NameOf(column.Name, row)))])];
    }

    /// <summary>How many rows are asked for in an address; 0 = as many as there are.</summary>
    public static int RowsAsked(StringValues asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int rows)
            ? Math.Min(rows, OnlineForm.MostRows)
            : 0;

    // 0 = it is no cell.
    private static int RowIn(FlowSchema flow, string name)
    {
        int dash = name.LastIndexOf('-');
        return dash > 0
            && int.TryParse(name.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int row)
            && flow.Columns.Any(column => name.AsSpan(0, dash).SequenceEqual(column.Name))
                ? row
                : 0;
    }

    // What no keyboard types would make the file unreadable.
    private static string CellOf(IFormCollection form, string name)
    {
        string text = form[name].ToString();
        return text.Length > LongestCell
            ? throw new BadHttpRequestException($"The cell {name} is too long.")
            : string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')
                ? ' ' : letter));
    }
}
