using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace PianoZona.Web.Assets;

/// <summary>
/// What pages are dressed in: style sheet, icons, fonts, pictures. Made beforehand and embedded.
/// </summary>
public static class StaticAssets
{
    /// <summary>Where they are, from the root of the hub: the name follows.</summary>
    public const string Root = "/risorse/";

    private const string Prefix = "risorse/";
    private const string Css = "pianozona.css";

    private static readonly StaticAsset[] Plain =
        [.. Embedded().Where(name => name != Css).Select(name => new StaticAsset(name, BytesOf(name)))];

    private static readonly StaticAsset Sheet = new(Css, Encoding.UTF8.GetBytes(WithHashedNames(TextOf(Css))));

    private static readonly FrozenDictionary<string, StaticAsset> All =
        Plain.Append(Sheet).ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>Address of the style sheet.</summary>
    public static string StyleSheet { get; } = Root + Sheet.Name;

    /// <summary>Address of the icons, to which <c>#name</c> is added.</summary>
    public static string Icons { get; } = AddressOf("icone");

    /// <summary>Address of the font of running text, that every page needs first.</summary>
    public static string TextFont { get; } = AddressOf("titillium-400");

    /// <summary>Address of the script of the pages that send files.</summary>
    public static string SendingScript { get; } = AddressOf("invio");

    /// <summary>Address of the script of the tables that are filled in.</summary>
    public static string FillingScript { get; } = AddressOf("compila");

    /// <summary>Address of the script that looks for the receipts of a file.</summary>
    public static string VerifyingScript { get; } = AddressOf("verifica");

    /// <summary>Address of a picture.</summary>
    /// <param name="name">Of its file in <c>Assets/Pictures</c>, without ending.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static string PictureOf(string name) => AddressOf(name);

    /// <summary>Every one, by its name with the hash.</summary>
    public static IReadOnlyCollection<StaticAsset> List => All.Values;

    /// <summary>The one with a name; null when there is none, also of an earlier version.</summary>
    public static StaticAsset? Find(string name) => All.GetValueOrDefault(name);

    private static string AddressOf(string stem) =>
        Root + Plain.Single(asset => asset.Name.StartsWith(stem + ".", StringComparison.Ordinal)).Name;

    // The sheet names its fonts as they are called in the repository.
    private static string WithHashedNames(string sheet) =>
        Embedded().Where(name => name != Css).Zip(Plain)
            .Aggregate(
                sheet,
                (text, pair) => text.Replace(
                    $"url(\"{pair.First}\")", $"url(\"{pair.Second.Name}\")", StringComparison.Ordinal));

    private static IEnumerable<string> Embedded() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);

    private static string TextOf(string name) => Encoding.UTF8.GetString(BytesOf(name));

    private static byte[] BytesOf(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
