using System.Globalization;
using System.Text;
using PianoZona.Web.Parts;

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

    /// <summary>Name of the order in addresses.</summary>
    public const string OrderName = "ordina";

    /// <summary>
    /// Name of the column in whose order it is, with <c>-</c> before it from the last on; null = the usual order.
    /// </summary>
    public string? Order { get; init; }

    /// <summary>Address of another page of the same list.</summary>
    public string AddressOf(int page) => Address(Filters, page);

    /// <summary>Address of the list in another order, from its first page.</summary>
    public string InOrder(string order) => (this with { Order = order }).Address(Filters, page: 1);

    /// <summary>
    /// A head that puts the list in the order of its column, and the other way round when it is so already.
    /// </summary>
    /// <param name="name">Name of the column in addresses.</param>
    /// <param name="usual">The order in which the list is when nothing is asked for.</param>
    public ColumnHead Sortable(ColumnHead head, string name, string usual)
    {
        string now = Order ?? usual;
        return head with
        {
            Address = InOrder(now == name ? $"-{name}" : name),
            Sort = now == name ? "ascending" : now == $"-{name}" ? "descending" : "none",
        };
    }

    /// <summary>Address of the same list at another path, all of it: to download it.</summary>
    public string At(string path) => (this with { Path = path }).Address(Filters, page: 1);

    /// <summary>Address of the list without a filter, from its first page.</summary>
    public string Without(ActiveFilter filter) => Address(Filters.Where(one => one != filter), page: 1);

    private string Address(IEnumerable<ActiveFilter> filters, int page)
    {
        StringBuilder query = new();
        foreach ((string name, string value) in filters.Select(filter => (filter.Name, filter.Value))
            .Concat(Order is { } order ? [(OrderName, order)] : [])
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
