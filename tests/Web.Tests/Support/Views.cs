using PianoZona.Web.Layout;

namespace PianoZona.Web.Tests.Support;

/// <summary>The views of all pages.</summary>
internal static class Views
{
    /// <summary>Their types: a new page is among them by itself.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(PageView).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageView)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>A view with the same text in every place that takes one.</summary>
    public static PageView Of(Type type, string text, bool isFull = true) =>
        (PageView)new Filling(text, isFull).Make(type);
}
