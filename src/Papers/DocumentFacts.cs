namespace PianoZona.Papers;

/// <summary>What a document says of itself.</summary>
/// <param name="Title">As a reader's window shows it.</param>
/// <param name="Number">What it is a paper of, for ever.</param>
/// <param name="At">When what it says was so: the clock of who asks for it is not in it.</param>
internal sealed record DocumentFacts(string Title, string Number, DateTimeOffset At)
{
    public const string Creator = "PianoZona";

    public const string Producer = "PDFsharp";

    /// <summary>BCP 47.</summary>
    public const string Language = "it-IT";
}
