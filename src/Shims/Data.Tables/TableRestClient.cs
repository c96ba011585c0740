using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Requests to one account's Table service: https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api.</summary>
internal sealed class TableRestClient
{
    public const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline pipeline;
    private readonly string version;

    public TableRestClient(Uri endpoint, HttpPipelinePolicy authentication, string? accountName, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        options ??= new TableClientOptions();
        version = options.VersionString;
        Endpoint = endpoint;
        AccountName = accountName ?? AccountOf(endpoint);
        pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = ODataErrorParser.Instance,
        });
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    /// <summary>A client by connection string.</summary>
    public static TableRestClient Create(string connectionString, TableClientOptions? options)
    {
        ConnectionString parsed = ConnectionString.Parse(connectionString);
        HttpPipelinePolicy authentication = parsed.Sas is AzureSasCredential sas ? new SasPolicy(sas) : new SharedKeyPolicy(parsed.SharedKey!);
        return new TableRestClient(parsed.Endpoint, authentication, parsed.SharedKey?.AccountName, options);
    }

    /// <summary>A client by Microsoft Entra token.</summary>
    public static TableRestClient Create(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRestClient(
            endpoint, new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default"), accountName: null, options);
    }

    /// <summary>A client by account key.</summary>
    public static TableRestClient Create(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new TableRestClient(endpoint, new SharedKeyPolicy(credential), credential.AccountName, options);
    }

    /// <summary>The path of an entity.</summary>
    public static string EntityPath(string table, string partitionKey, string rowKey) => string.Create(
        CultureInfo.InvariantCulture,
        $"{table}(PartitionKey='{EscapeKey(partitionKey)}',RowKey='{EscapeKey(rowKey)}')");

    /// <summary>The address of a path below the service's.</summary>
    public Uri UriOf(string path) => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>A request whose answer is a success at these statuses only.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path, params ReadOnlySpan<ushort> expected)
    {
        HttpMessage message = pipeline.CreateMessage();
        message.ResponseClassifier = new StatusCodeClassifier(expected);
        message.Request.Method = method;
        message.Request.Uri.Reset(UriOf(path));
        message.Request.Headers.Add("x-ms-version", version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", MinimalMetadata);
        return message;
    }

    /// <summary>Gives a request its body.</summary>
    public static void SetJson(Request request, ReadOnlyMemory<byte> json)
    {
        request.Headers.Add("Content-Type", "application/json");
        request.Headers.Add("Prefer", "return-no-content");
        request.Content = RequestContent.Create(json);
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="RequestFailedException">The answer's status is none of those expected.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellationToken);

            // The pipeline has buffered the response, which outlives the message.
            Response response = message.Response;
            return response.IsError ? throw new RequestFailedException(response) : response;
        }
    }

    private static string EscapeKey(string key) => Uri.EscapeDataString(ODataFilter.Escape(key));

    private static string AccountOf(Uri endpoint)
    {
        // An emulator has the account in the path, Azure in the host name.
        string first = endpoint.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(string.Empty);
        return first.Length > 0 ? first : endpoint.Host.Split('.')[0];
    }
}
