using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>
/// Access keys from configuration: <c>Functions:Keys:{function}</c> (a key, or a section of keys by name),
/// <c>Functions:HostKeys</c> (the same), of which <c>_master</c> is the host's master key.
/// </summary>
internal sealed class FunctionKeys(IConfiguration configuration)
{
    private const string Master = "_master";

    /// <summary>Whether a request may run a function. Without any configured key, only anonymous functions may.</summary>
    public bool Admits(HttpRequest request, FunctionDescriptor function, AuthorizationLevel level)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        string shown = request.Headers["x-functions-key"].FirstOrDefault() ?? request.Query["code"].FirstOrDefault() ?? "";
        IEnumerable<string?> keys = level == AuthorizationLevel.Admin
            ? [configuration[$"Functions:HostKeys:{Master}"]]
            : [.. Keys($"Functions:Keys:{function.Name}"), .. Keys("Functions:HostKeys")];
        byte[] hash = Hash(shown);
        // Every key is compared, in constant time, so that timing tells nothing of them.
        bool[] matches = [.. keys.Where(key => !string.IsNullOrEmpty(key)).Select(key => CryptographicOperations.FixedTimeEquals(Hash(key!), hash))];
        return matches.Contains(true);
    }

    private IEnumerable<string?> Keys(string path)
    {
        IConfigurationSection section = configuration.GetSection(path);
        return [section.Value, .. section.GetChildren().Select(child => child.Value)];
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
