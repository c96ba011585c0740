namespace PianoZona.Web.Filling;

/// <summary>The steps of filling in a table.</summary>
internal static class FillingSteps
{
    public static IReadOnlyList<string> Names { get; } = ["Tabella", "Controllo", "Ricevuta"];
}
