using PianoZona.Web.Parts;

namespace PianoZona.Web.Sent;

/// <summary>A file that another sent with figures of the reader.</summary>
/// <param name="Number">The last part of the number of its receipt.</param>
/// <param name="Address">What the reader may know of its receipt.</param>
/// <param name="By">Name of its sender.</param>
/// <param name="Flow">What it is.</param>
/// <param name="Period">Of which period, in words.</param>
/// <param name="When">When it came.</param>
/// <param name="State">Where it stands.</param>
public sealed record SentForLine(
    string Number, string Address, string By, string Flow, string Period, string When, StateWord State);
