using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The error code and message of a failed request: OData JSON, or XML where the service refuses before it reads the request.</summary>
internal sealed class ODataErrorParser : RequestFailedDetailsParser
{
    public static ODataErrorParser Instance { get; } = new();

    public override bool TryParse(
        Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        (string? code, string? message) = Read(response);
        if (code is null && !response.Headers.TryGetValue("x-ms-error-code", out code))
        {
            error = null;
            return false;
        }

        error = new ResponseError(code, message);
        if (FailedAction(message) is int index)
        {
            data = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [TableTransactionFailedException.FailedEntity] = index.ToString(CultureInfo.InvariantCulture),
            };
        }

        return true;
    }

    private static (string? Code, string? Message) Read(Response response)
    {
        if (response.ContentStream is null || response.Content.ToMemory().IsEmpty)
        {
            return default;
        }

        try
        {
            return response.Headers.ContentType?.Contains("xml", StringComparison.OrdinalIgnoreCase) == true
                ? ReadXml(response.Content.ToString())
                : ReadJson(response.Content);
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            // The answer of something else than the service, such as a proxy: status and content say all there is.
            return default;
        }
    }

    private static (string? Code, string? Message) ReadJson(BinaryData content)
    {
        using JsonDocument document = JsonDocument.Parse(content);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("odata.error", out JsonElement error))
        {
            return default;
        }

        string? message = error.TryGetProperty("message", out JsonElement text) && text.TryGetProperty("value", out JsonElement value)
            ? value.GetString()
            : null;
        return (error.TryGetProperty("code", out JsonElement code) ? code.GetString() : null, message);
    }

    private static (string? Code, string? Message) ReadXml(string content)
    {
        XElement? root = XDocument.Parse(content).Root;
        string? Child(string name) => root?.Elements()
            .FirstOrDefault(e => string.Equals(e.Name.LocalName, name, StringComparison.OrdinalIgnoreCase))?.Value;
        return (Child("code"), Child("message"));
    }

    // In a transaction the service puts the action's position before the message: "3:The specified entity already exists."
    private static int? FailedAction(string? message)
    {
        int colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index
            : null;
    }
}
