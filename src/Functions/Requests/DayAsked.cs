using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Text;

namespace PianoZona.Functions.Requests;

/// <summary>A day that is asked for: <c>?data=2026-06-15</c>.</summary>
internal static class DayAsked
{
    /// <summary>The day; null when what is written is none.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="otherwise">The day, when none is asked for.</param>
    public static DateOnly? In(HttpRequest request, string name, DateOnly otherwise) =>
        request.Query[name].ToString() switch
        {
            "" => otherwise,
            var text when IsoDay.TryParse(
                text, out DateOnly day) => day,
            _ => null,
        };
}
