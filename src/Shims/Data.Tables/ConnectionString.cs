using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>What a storage connection string says of the Table service.</summary>
/// <param name="Endpoint">The service's address.</param>
/// <param name="SharedKey">The account's key, if it is by key.</param>
/// <param name="Sas">The shared access signature, if it is by signature.</param>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential? SharedKey, AzureSasCredential? Sas)
{
    // The emulator's documented account and public key: they open nothing but an emulator.
    private const string DevelopmentStorage =
        "AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "TableEndpoint=http://127.0.0.1:10002/devstoreaccount1";

    /// <summary>Reads a connection string; its errors never repeat it, since it may hold a key.</summary>
    /// <exception cref="FormatException">It is not a connection string that this package supports.</exception>
    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Dictionary<string, string> settings = Settings(text);
        if (settings.TryGetValue("UseDevelopmentStorage", out string? development) && bool.Parse(development))
        {
            return settings.ContainsKey("DevelopmentStorageProxyUri")
                ? throw new NotSupportedException("DevelopmentStorageProxyUri is not supported: give the emulator's TableEndpoint.")
                : Parse(DevelopmentStorage);
        }

        Uri endpoint = EndpointOf(settings);
        if (settings.TryGetValue("SharedAccessSignature", out string? signature))
        {
            return new ConnectionString(endpoint, SharedKey: null, new AzureSasCredential(signature));
        }

        if (!settings.TryGetValue("AccountName", out string? name) || !settings.TryGetValue("AccountKey", out string? key))
        {
            throw new FormatException("The connection string has neither AccountName with AccountKey, nor SharedAccessSignature.");
        }

        return new ConnectionString(endpoint, new TableSharedKeyCredential(name, key), Sas: null);
    }

    private static Dictionary<string, string> Settings(string text)
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || !settings.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim()))
            {
                throw new FormatException("The connection string must be made of different settings of the form name=value.");
            }
        }

        return settings;
    }

    private static Uri EndpointOf(Dictionary<string, string> settings)
    {
        if (settings.TryGetValue("TableEndpoint", out string? endpoint))
        {
            return new Uri(endpoint);
        }

        if (!settings.TryGetValue("AccountName", out string? name))
        {
            throw new FormatException("The connection string has neither TableEndpoint nor AccountName.");
        }

        string protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        string suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{protocol}://{name}.table.{suffix}"));
    }
}
