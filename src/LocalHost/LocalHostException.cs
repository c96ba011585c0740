namespace PianoZona.LocalHost;

/// <summary>
/// The host cannot start: the worker does not run, or a function does not load. The message names which and why.
/// </summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What it came from.</param>
public sealed class LocalHostException(string message, Exception? inner = null) : Exception(message, inner);
