namespace PianoZona.Web.Sending;

/// <summary>The steps of sending a file.</summary>
internal static class SendingSteps
{
    public static IReadOnlyList<string> Names { get; } = ["File", "Controllo", "Ricevuta"];
}
