namespace PianoZona.Notification.Messages;

/// <summary>What a message says, before it has a recipient.</summary>
/// <param name="Subject">Subject, one line.</param>
/// <param name="Html">The body for mail programs that show HTML.</param>
/// <param name="Text">The same in plain text.</param>
/// <param name="Calendar">The deadlines still to come, as iCalendar; null when there is none.</param>
public sealed record MailContent(string Subject, string Html, string Text, string? Calendar);
