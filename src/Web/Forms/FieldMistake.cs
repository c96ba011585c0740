namespace PianoZona.Web.Forms;

/// <summary>What is wrong in a field of a form.</summary>
/// <param name="Field">Name of the field, which is the id of its control too.</param>
/// <param name="Message">What is wrong and how to correct it, in the summary and beside the field.</param>
public sealed record FieldMistake(string Field, string Message);
