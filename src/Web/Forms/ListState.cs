using System.Globalization;
using System.Text;

namespace PianoZona.Web.Forms;

/// <summary>What of a list is shown: it is all in the address, and every change of it is a link.</summary>
/// <param name="Path">Address of the list.</param>
/// <param name="Filters">The filters that hold, in order.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record ListState(string Path, IReadOnlyList<ActiveFilter> Filters, int Page, int Pages)
{
    /// <summary>Name of the page in addresses.</summary>
    public const string PageName = "pagina";

    /// <summary>Address of another page of the same list.</summary>
    public string AddressOf(int page) => Address(Filters, page);

    /// <summary>Address of the list without a filter, from its first page.</summary>
    public string Without(ActiveFilter filter) => Address(Filters.Where(one => one != filter), page: 1);

    private string Address(IEnumerable<ActiveFilter> filters, int page)
    {
        StringBuilder query = new();
        foreach ((string name, string value) in filters.Select(filter => (filter.Name, filter.Value))
            .Concat(page > 1 ? [(PageName, page.ToString(CultureInfo.InvariantCulture))] : []))
        {
            query.Append(query.Length == 0 ? '?' : '&')
                .Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return Path + query;
    }
}

/// <summary>A filter that holds.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Value">Its value in addresses.</param>
/// <param name="Text">What it says: «Comune: Gussola».</param>
public sealed record ActiveFilter(string Name, string Value, string Text);
