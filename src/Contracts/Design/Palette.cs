namespace PianoZona.Contracts.Design;

/// <summary>
/// The colours of pages and mails, as CSS writes them. Texts have a contrast of 4.5 or more with each of the grounds
/// (WCAG 2.2, 1.4.3).
/// </summary>
/// <param name="Ink">Text.</param>
/// <param name="Ground">What a sheet lies on.</param>
/// <param name="Paper">The sheet: what text stands on.</param>
/// <param name="Soft">The ground of heads of tables.</param>
/// <param name="Line">Lines between rows.</param>
/// <param name="Bad">What is wrong or late.</param>
/// <param name="Warn">What should be looked at.</param>
/// <param name="Good">What is in order.</param>
public sealed record Palette(
    string Ink,
    string Ground,
    string Paper,
    string Soft,
    string Line,
    string Link,
    string Bad,
    string Warn,
    string Good)
{
    /// <summary>The blue of the hub, on a light and on a dark ground.</summary>
    public const string Accent = "#0066cc";

    /// <summary>For those who read dark on light.</summary>
    public static Palette Light { get; } = new(
        Ink: "#17324d", Ground: "#f2f5f9", Paper: "#ffffff", Soft: "#f2f5f9", Line: "#c5d0dc", Link: "#0059b3",
        Bad: "#b3261e", Warn: "#8a5300", Good: "#00663d");

    /// <summary>For those who prefer light on dark.</summary>
    public static Palette Dark { get; } = new(
        Ink: "#e6edf5", Ground: "#0b1723", Paper: "#10202f", Soft: "#182c3f", Line: "#3b4f63", Link: "#8cc2ff",
        Bad: "#ff9d94", Warn: "#ffc46b", Good: "#7ddcae");

    /// <summary>For paper, that is often printed in black and white.</summary>
    public static Palette Print { get; } = new(
        Ink: "#000000", Ground: "#ffffff", Paper: "#ffffff", Soft: "#eeeeee", Line: "#999999", Link: "#000000",
        Bad: "#8c1d18", Warn: "#6b4000", Good: "#004d2e");
}
