using PianoZona.EndToEnd.Mail;

namespace PianoZona.EndToEnd.Pages;

/// <summary>A whole hub with mail and a page of sign-in, of an Ambito that there is not.</summary>
public sealed class HelpHub : MailHub
{
    public const string Comune = "018030";
    public const string ComuneName = "Comune di Esempio";
    public const string Contact = "servizi.sociali@comune.esempio.example";

    protected override bool HasSignInPage => true;

    protected override string AmbitoCode => "esempio";

    protected override string Configured(string document) => $$"""
        {
          "code": "esempio", "name": "Ambito di esempio", "region": "Lombardia",
          "senders": [
            { "code": "018041", "kind": "comune", "name": "Comune di Altro Esempio" },
            { "code": "{{Comune}}", "kind": "comune", "name": "{{ComuneName}}", "contacts": ["{{Contact}}"] },
            { "code": "ente-udp", "kind": "planOffice", "name": "Ufficio di Piano", "uploadsFor": ["*"],
              "contacts": ["ufficio.piano@esempio.example"] }
          ]
        }
        """;
}
