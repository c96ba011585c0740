namespace PianoZona.Notification.Sending;

/// <summary>Where the hub's pages are, for the links in messages.</summary>
/// <param name="Address">Address ending in a slash; null when not known: then messages have no links.</param>
public sealed record HubAddress(Uri? Address);
