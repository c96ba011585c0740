using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The service's answer to one action of a transaction.</summary>
internal sealed partial class TransactionResponse : Response
{
    private readonly Dictionary<string, List<string>> headers = new(StringComparer.OrdinalIgnoreCase);

    private TransactionResponse(string http, string clientRequestId)
    {
        // "HTTP/1.1 204 No Content", headers, an empty line, the body.
        int headEnd = http.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string[] head = (headEnd < 0 ? http : http[..headEnd]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] status = head[0].Split(' ', 3);
        Status = int.Parse(status[1], NumberStyles.None, CultureInfo.InvariantCulture);
        ReasonPhrase = status.Length > 2 ? status[2].Trim() : string.Empty;
        foreach (string line in head.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                AddHeader(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        ContentStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(headEnd < 0 ? string.Empty : http[headEnd..].Trim()));
        ClientRequestId = clientRequestId;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override bool IsError => Status >= 400;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    /// <summary>The answers in a multipart response, in the order of the actions; a single one where an action failed.</summary>
    public static IReadOnlyList<Response> ParseAll(Response response)
    {
        string text = response.Content.ToString();
        Match boundary = Boundary().Match(text);
        return [.. text
            .Split(boundary.Success ? "--" + boundary.Groups["name"].Value : "\r\n--", StringSplitOptions.None)
            .Select(part => (Part: part, Start: part.IndexOf("HTTP/1.1 ", StringComparison.Ordinal)))
            .Where(p => p.Start >= 0)
            .Select(p => new TransactionResponse(p.Part[p.Start..], response.ClientRequestId))];
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() =>
        headers.Select(h => new HttpHeader(h.Key, string.Join(',', h.Value)));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = headers.TryGetValue(name, out List<string>? values) ? string.Join(',', values) : null;
        return value is not null;
    }

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.GetValueOrDefault(name);
        return values is not null;
    }

    // The change set announces its own boundary inside the batch.
    [GeneratedRegex("boundary=\"?(?<name>[^\\s\";]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    private void AddHeader(string name, string value)
    {
        if (!headers.TryGetValue(name, out List<string>? values))
        {
            headers[name] = values = [];
        }

        values.Add(value);
    }
}
