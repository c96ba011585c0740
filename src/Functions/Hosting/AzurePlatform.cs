using Microsoft.Extensions.Configuration;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// What App Service says of itself in the environment of an app (its documentation, «Environment variables and app
/// settings»): it sets these names, a deployment does not. On one machine nobody sets them, unless a test does.
/// </summary>
public sealed class AzurePlatform(IConfiguration configuration)
{
    /// <summary>Name of the app: set on every instance of every plan, Flex Consumption too.</summary>
    public const string SiteName = "WEBSITE_SITE_NAME";

    /// <summary><c>True</c> where App Service authentication is on.</summary>
    public const string AuthenticationEnabled = "WEBSITE_AUTH_ENABLED";

    /// <summary>Whether the hub runs in Azure.</summary>
    public bool IsAzure => !string.IsNullOrEmpty(configuration[SiteName]);

    /// <summary>
    /// Whether every request comes through App Service authentication, which strips the headers of a sign-in that come
    /// from outside and writes its own. Where it does not, such headers are anybody's.
    /// </summary>
    public bool ChecksSignIn => bool.TryParse(configuration[AuthenticationEnabled], out bool enabled) && enabled;
}
