namespace PianoZona.LocalServices.Azurite;

/// <summary>The emulator cannot be installed or started; the message, in Italian, says what to do.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
