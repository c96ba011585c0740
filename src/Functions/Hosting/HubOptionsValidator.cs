using Microsoft.Extensions.Options;

namespace PianoZona.Functions.Hosting;

/// <summary>What attributes cannot say of the options: what is for one machine must not be set in Azure.</summary>
public sealed class HubOptionsValidator(AzurePlatform platform) : IValidateOptions<HubOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HubOptions options)
    {
        if (!platform.IsAzure)
        {
            return ValidateOptionsResult.Success;
        }

        List<string> errors = [];
        if (options.DevelopmentIdentity is not null)
        {
            errors.Add("PianoZona:DevelopmentIdentity is for one machine only and must not be set in Azure.");
        }

        if (options.GraphAddress is not null)
        {
            errors.Add("PianoZona:GraphAddress is for one machine only and must not be set in Azure.");
        }

        if (options.ClockShift is not null)
        {
            errors.Add("PianoZona:ClockShift is for one machine only and must not be set in Azure.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
