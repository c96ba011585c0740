using PianoZona.Functions;

namespace PianoZona.Cli.Local;

/// <summary>The data shipped with the command: figures of two real plans (Demo/README.md).</summary>
internal static class DemoData
{
    /// <summary>Where it is.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>
    /// What an Ufficio di Piano says of itself on the public pages, as application settings: none of it is anybody's.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Notices { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [SettingNames.OfficeContact] =
                "ufficio.piano@pianozona.example, telefono 0000 123456, dal lunedì al venerdì dalle 9 alle 13",
            [SettingNames.AccessibilityStatement] = "https://pianozona.example/dichiarazione-di-accessibilita",
            [SettingNames.DataController] = "Ente capofila dimostrativo, piazza della Prova 1",
            [SettingNames.DataProtectionContact] = "protezione.dati@pianozona.example",
        };
}
