namespace PianoZona.EndToEnd.Support;

/// <summary>A small Ambito: twelve Comuni, an agency, an Ufficio di Piano.</summary>
internal static class TestAmbito
{
    public const string Code = "prova";

    public static readonly IReadOnlyList<string> Comuni =
    [
        "018030",
        "018041",
        "018091",
        "018110",
        "018135",
        "018137",
        "018151",
        "018159",
        "018162",
        "018179",
        "018189",
        "018190",
    ];

    public static readonly string Json = $$"""
        {
          "code": "{{Code}}", "name": "Ambito di prova", "region": "Lombardia",
          "senders": [
            {{string.Join(
            ",\n    ",
            Comuni.Select(code => $$"""{ "code": "{{code}}", "kind": "comune", "name": "Comune {{code}}" }""")
        )}},
            { "code": "ente-azienda", "kind": "agency", "name": "Azienda", "uploadsFor": ["*"] },
            { "code": "ente-coop", "kind": "provider", "name": "Cooperativa" },
            { "code": "ente-udp", "kind": "planOffice", "name": "Ufficio di Piano", "uploadsFor": ["*"] }
          ]
        }
        """;
}
