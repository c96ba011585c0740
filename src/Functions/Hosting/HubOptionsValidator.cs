using Microsoft.Extensions.Options;

namespace PianoZona.Functions.Hosting;

/// <summary>What attributes cannot say about the options.</summary>
public sealed class HubOptionsValidator : IValidateOptions<HubOptions>
{
    // Set by App Service on every instance; absent on a developer's machine.
    private const string AzureMark = "WEBSITE_INSTANCE_ID";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        List<string> errors = [];
        if (options.DevelopmentIdentity is not null && Environment.GetEnvironmentVariable(AzureMark) is not null)
        {
            errors.Add("PianoZona:DevelopmentIdentity is for one machine only and must not be set in Azure.");
        }

        if (options.GraphAddress is not null && Environment.GetEnvironmentVariable(AzureMark) is not null)
        {
            errors.Add("PianoZona:GraphAddress is for one machine only and must not be set in Azure.");
        }

        if (options.ClockShift is not null && Environment.GetEnvironmentVariable(AzureMark) is not null)
        {
            errors.Add("PianoZona:ClockShift is for one machine only and must not be set in Azure.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
