using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PianoZona.Testing;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Tests.Support;

/// <summary>Pages that were read and approved, whatever they are dressed in.</summary>
internal static partial class ApprovedPage
{
    /// <summary>Compares a page with the approved one.</summary>
    public static async Task CheckAsync(string name, PageView view, [CallerFilePath] string caller = "") =>
        Approved.Check(name, Hashes().Replace(await PageRenderer.RenderAsync(view), "."), caller);

    // What the style sheet, the icons and the scripts are called changes with every change of them.
    [GeneratedRegex("(?<=/risorse/[a-z0-9-]+)[.][0-9a-f]{12}[.]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hashes();
}
