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

        (string Name, bool IsSet)[] forOneMachine =
        [
            (nameof(HubOptions.LocalSignIn), options.LocalSignIn),
            (nameof(HubOptions.GraphAddress), options.GraphAddress is not null),
            (nameof(HubOptions.ClockShift), options.ClockShift is not null),
        ];
        string[] errors =
        [
            .. forOneMachine
                .Where(setting => setting.IsSet)
                .Select(setting =>
                    $"{HubOptions.Section}:{setting.Name} is for one machine only and must not be set in Azure."),
        ];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
