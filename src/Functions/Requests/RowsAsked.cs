using Microsoft.AspNetCore.Http;
using PianoZona.Contracts;

namespace PianoZona.Functions.Requests;

/// <summary>Rows of a file: <c>?righe=2-9,12</c>.</summary>
internal sealed record RowsAsked(RowSet Rows)
{
    /// <summary>How many are shown at most.</summary>
    public const int Most = 500;

    /// <summary>The rows asked for; null when they are none.</summary>
    public static RowsAsked? In(HttpRequest request)
    {
        try
        {
            return RowSet.Parse(request.Query["righe"].ToString()) is { Count: > 0 } rows ? new RowsAsked(rows) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
