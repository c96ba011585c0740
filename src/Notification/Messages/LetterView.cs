using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>A line of a section.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Side">Where, when or how many.</param>
internal sealed record LetterRow(string Title, string Side)
{
    /// <summary>More of it, below the title.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>More of the side, stressed; null = nothing.</summary>
    public string? Strong { get; init; }

    /// <summary>Where to read more; null = nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>Words of the link.</summary>
    public string LinkText { get; init; } = string.Empty;
}

/// <summary>A part of a letter.</summary>
/// <param name="Tone">Class of the heading: <c>errore</c>, <c>avviso</c>, <c>bene</c>; null = plain.</param>
/// <param name="TitleHead">Head of the first column.</param>
/// <param name="SideHead">Head of the second column.</param>
/// <param name="Rows">Lines; none = no table.</param>
/// <param name="Notes">Paragraphs below.</param>
internal sealed record LetterSection(
    string Heading,
    string? Tone,
    string TitleHead,
    string SideHead,
    IReadOnlyList<LetterRow> Rows,
    params IReadOnlyList<string> Notes);

/// <summary>A letter in words: what the HTML and the plain text both say.</summary>
/// <param name="Subject">The subject; no file name, no person.</param>
/// <param name="Greeting">First line.</param>
/// <param name="Opening">What it is about.</param>
/// <param name="Sections">Its parts.</param>
/// <param name="Link">The page to go to; null when the hub's address is not known.</param>
/// <param name="LinkText">Words of the link.</param>
/// <param name="Closing">Who writes, and what to do if something is wrong.</param>
internal sealed record LetterView(
    string Subject,
    string Greeting,
    IReadOnlyList<string> Opening,
    IReadOnlyList<LetterSection> Sections,
    Uri? Link,
    string LinkText,
    IReadOnlyList<string> Closing)
{
    /// <summary>First line of every message.</summary>
    public static string GreetingTo(Letter letter) => $"Gentili colleghe e colleghi ({letter.RecipientName}),";

    /// <summary>Last line of every message.</summary>
    public static string Signature(Letter letter) =>
        $"Messaggio automatico dell'Ufficio di Piano, {letter.AmbitoName}. Per dubbi rispondete a questo messaggio.";
}
