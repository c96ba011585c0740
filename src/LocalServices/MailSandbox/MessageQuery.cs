using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>
/// Lists of messages, as far as the hub asks for them: <c>$filter</c> by internetMessageId, or by day and class
/// (PidTagMessageClass); <c>$select</c>; <c>$expand</c> of extended properties; pages of <c>$top</c>, 10 unless asked.
/// Anything else is refused.
/// </summary>
internal static partial class MessageQuery
{
    private const int PageLength = 10;
    private const string Headers = "internetMessageHeaders";
    private const string Properties = "singleValueExtendedProperties";

    public static IResult Answer(string mailbox, HttpRequest request, SandboxStore store)
    {
        if (WantedBy(request.Query["$filter"].ToString()) is not { } wanted
            || IdsIn(request.Query["$expand"].ToString()) is not { } ids)
        {
            return GraphRoutes.Error(400, "ErrorInvalidUrlQueryFilter");
        }

        string[] fields = request.Query["$select"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        int top = Number(request, "$top", PageLength);
        int skip = Number(request, "$skip", 0);
        SandboxMessage[] found = [.. store.Messages.Where(message => message.Mailbox == mailbox && wanted(message))];
        JObject answer = new()
        {
            ["value"] = new JArray(found.Skip(skip).Take(top).Select(message => Shown(message.Resource, fields, ids))),
        };
        if (found.Length > skip + top)
        {
            QueryString rest = QueryString
                .Create(request.Query.Where(pair => pair.Key != "$skip"))
                .Add("$skip", Text(skip + top));
            answer["@odata.nextLink"] = $"{request.Scheme}://{request.Host}{request.Path}{rest}";
        }

        return Results.Content(answer.ToString(Formatting.None), "application/json");
    }

    private static Func<SandboxMessage, bool>? WantedBy(string filter)
    {
        if (ByIdForm().Match(filter) is { Success: true } byId)
        {
            string id = byId.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
            return message => message.InternetMessageId == id;
        }

        if (ByClassForm().Match(filter) is { Success: true } byClass)
        {
            return message =>
                string.CompareOrdinal((string?)message.Resource["receivedDateTime"], byClass.Groups[1].Value) >= 0
                && string.Equals(message.MessageClass, byClass.Groups[2].Value, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static string[]? IdsIn(string expand) => expand.Length == 0 ? []
        : ExpandForm().Match(expand) is { Success: true } match ? [.. match.Groups[1].Captures.Select(one => one.Value)]
        : null;

    // Headers come only when selected, extended properties only when expanded; the id always.
    private static JToken Shown(JObject resource, string[] fields, string[] ids)
    {
        JObject shown = [];
        foreach ((string name, JToken? value) in resource)
        {
            bool selected = fields.Length == 0 ? name != Headers : fields.Contains(name, StringComparer.Ordinal);
            if (name == "id" || (selected && name != Properties))
            {
                shown[name] = value;
            }
        }

        if (ids.Length > 0
            && resource[Properties] is JArray all
            && all.Where(one => ids.Contains((string)one["id"]!, StringComparer.Ordinal)).ToArray()
                is { Length: > 0 } some)
        {
            shown[Properties] = new JArray(some.AsEnumerable());
        }

        return shown;
    }

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : otherwise;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\AinternetMessageId eq '((?:[^']|'')+)'\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByIdForm();

    [GeneratedRegex(
        @"\AreceivedDateTime ge (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) and "
        + @"singleValueExtendedProperties/Any\(ep: ep/id eq 'String 0x001A' and ep/value eq '([^']+)'\)\z",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByClassForm();

    [GeneratedRegex(
        @"\AsingleValueExtendedProperties\(\$filter=(?:(?: or )?id eq '([^']+)')+\)\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex ExpandForm();
}
