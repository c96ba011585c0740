using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>What a query asks, in its address.</summary>
internal static class QueryParameters
{
    public static void Append(RequestUriBuilder uri, string? filter, int? top, IEnumerable<string>? select)
    {
        Append(uri, "$filter", filter);
        Append(uri, "$top", top?.ToString(CultureInfo.InvariantCulture));
        Append(uri, "$select", select is null ? null : string.Join(',', select));
    }

    public static void Append(RequestUriBuilder uri, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            uri.AppendQuery(name, value, escapeValue: true);
        }
    }
}
