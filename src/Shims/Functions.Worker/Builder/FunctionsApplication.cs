namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an Azure Functions application begins.</summary>
public static class FunctionsApplication
{
    /// <summary>A builder with the usual configuration (appsettings.json, environment, command line), logging and services.</summary>
    /// <param name="args">The command line.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
