using System.Text.RegularExpressions;

namespace PianoZona.Architecture.Tests;

/// <summary>What can be checked of the infrastructure without the Bicep compiler.</summary>
internal static partial class BicepChecks
{
    /// <summary>Form of a file: brackets and texts closed, all described, versions given, nothing declared in vain.</summary>
    public static IEnumerable<Violation> Form(BicepFile file)
    {
        if (file.UnpairedBracket() is { } line)
        {
            yield return new(file.Path, $"line {line}: a bracket or a text is not closed");
        }

        foreach (string name in file.Parameters.Where(parameter => !parameter.Described).Select(parameter => parameter.Name).Concat(file.UndescribedOutputs))
        {
            yield return new(file.Path, $"{name} has no description");
        }

        foreach (string type in file.ResourceTypes.Where(type => !TypeForm().IsMatch(type)))
        {
            yield return new(file.Path, $"{type} has no version");
        }

        foreach (string name in file.UnusedNames)
        {
            yield return new(file.Path, $"{name} is declared and not used");
        }
    }

    /// <summary>Keys, connection strings, and what would let somebody in without an identity.</summary>
    public static IEnumerable<Violation> Secrets(SourceFile file) =>
        file.Lines.Select((text, index) => (text, index)).Where(item => SecretForm().IsMatch(item.text))
            .Select(item => new Violation(file.Path, $"line {item.index + 1}: a secret, or a way around identities"));

    /// <summary>Modules that are not there, get parameters they do not have, miss ones they need, or are asked for outputs they do not give.</summary>
    public static IEnumerable<Violation> Wiring(BicepFile file, Func<string, BicepFile?> find)
    {
        Dictionary<string, BicepFile> modules = new(StringComparer.Ordinal);
        foreach (BicepModule module in file.Modules)
        {
            if (find(module.Path) is not { } target)
            {
                yield return new(file.Path, $"{module.Path} does not exist");
                continue;
            }

            modules.Add(module.Symbol, target);
            string[] known = [.. target.Parameters.Select(parameter => parameter.Name)];
            string[] needed = [.. target.Parameters.Where(parameter => !parameter.HasDefault).Select(parameter => parameter.Name)];
            foreach (string name in module.Parameters.Except(known, StringComparer.Ordinal))
            {
                yield return new(file.Path, $"{module.Symbol} has no parameter {name}");
            }

            foreach (string name in needed.Except(module.Parameters, StringComparer.Ordinal))
            {
                yield return new(file.Path, $"{module.Symbol} wants {name}");
            }
        }

        foreach ((string module, string output) in file.OutputUses)
        {
            if (!modules.TryGetValue(module, out BicepFile? target) || !target.Outputs.Contains(output, StringComparer.Ordinal))
            {
                yield return new(file.Path, $"{module} has no output {output}");
            }
        }
    }

    [GeneratedRegex(@"^Microsoft\.\w+(/\w+)+@[0-9]{4}-[0-9]{2}-[0-9]{2}(-preview)?$", RegexOptions.None, 1000)]
    private static partial Regex TypeForm();

    [GeneratedRegex(
        @"listKeys\s*\(|listAccountSas\s*\(|listServiceSas\s*\(|AccountKey=|SharedAccess|allowSharedKeyAccess: true|allowBlobPublicAccess: true"
        + @"|AllowAnonymous|(password|clientSecret\w*|secret)\s*:\s*'|WEBSITE_TIME_ZONE:|\bTZ:",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretForm();
}
