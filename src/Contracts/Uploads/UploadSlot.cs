namespace PianoZona.Contracts.Uploads;

/// <summary>
/// The place that one file of one sender holds: a later accepted upload for the same slot replaces the earlier one.
/// </summary>
/// <param name="Ambito">Code of the Ambito the sender belongs to.</param>
/// <param name="Sender">ISTAT code of a Comune, or a registered code.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period's text form.</param>
public sealed record UploadSlot(string Ambito, string Sender, string Flow, string Period);
