namespace PianoZona.Hub.Ports;

/// <summary>A file was written again after it was opened: the version that was opened is no more.</summary>
/// <param name="inner">How the storage said so, if it did.</param>
public sealed class FileReplacedException(Exception? inner = null)
    : Exception("The file was written again meanwhile.", inner);
