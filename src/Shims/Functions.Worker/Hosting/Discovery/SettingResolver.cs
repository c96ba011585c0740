using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Replaces <c>%Setting%</c> in the values of trigger attributes.</summary>
internal sealed partial class SettingResolver(IConfiguration configuration, List<string> errors)
{
    /// <summary>The value with its settings filled in; an absent setting is an error of the start.</summary>
    public string Resolve(string value, FunctionDescriptor function) => Placeholder().Replace(value, match =>
    {
        string name = match.Groups["name"].Value;
        string? setting = configuration[name.Replace("__", ":", StringComparison.Ordinal)] ?? configuration[name];
        if (string.IsNullOrWhiteSpace(setting))
        {
            errors.Add($"Function '{function.Name}': setting '{name}', which its trigger names, is not there.");
            return "";
        }

        return setting;
    });

    [GeneratedRegex("%(?<name>[^%]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
