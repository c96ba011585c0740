namespace PianoZona.Web.Forms;

/// <summary>Something that may be chosen.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
public sealed record FieldChoice(string Value, string Text);
