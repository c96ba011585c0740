using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration;

/// <summary>
/// Which fund of the built-in catalogue each fund of an Ambito is: what is known of it holds whatever the Ambito calls
/// it.
/// </summary>
internal static class CatalogueFunds
{
    /// <summary>Codes of the built-in catalogue.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. BuiltInCatalogue.Funds.Select(fund => fund.Code)];

    // A code is no other fund's name.
    private static readonly Dictionary<string, string> CodeByName = Codes.Select(code => (Name: code, Code: code))
        .Concat(BuiltInCatalogue.Funds.SelectMany(fund => fund.Aliases.Append(fund.Name)
            .Select(name => (Name: name, fund.Code))))
        .DistinctBy(pair => TextKey.Compact(pair.Name), StringComparer.Ordinal)
        .ToDictionary(pair => TextKey.Compact(pair.Name), pair => pair.Code, StringComparer.Ordinal);

    /// <summary>
    /// A fund as the catalogue knows it: the one that it names; else that of its code or of a name of it. One that it
    /// names gives it its rules and years, where it states none.
    /// </summary>
    public static Fund Known(Fund fund)
    {
        if (fund.Catalogue is not { } stated)
        {
            return fund with
            {
                Catalogue = fund.Aliases.Prepend(fund.Code)
                    .Select(name => CodeByName.GetValueOrDefault(TextKey.Compact(name)))
                    .FirstOrDefault(code => code is not null),
            };
        }

        return BuiltInCatalogue.Funds.FirstOrDefault(one => one.Code == stated) is not { } known ? fund : fund with
        {
            Rules = fund.Rules.Spans.Count > 0 ? fund.Rules : known.Rules,
            Years = fund.Years == YearSpan.Always ? known.Years : fund.Years,
        };
    }
}
