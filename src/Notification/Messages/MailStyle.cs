using PianoZona.Contracts.Design;

namespace PianoZona.Notification.Messages;

/// <summary>The style of every message. Mail programs know no variables: each colour stands where it is used.</summary>
internal static class MailStyle
{
    private static readonly Palette Light = Palette.Light;
    private static readonly Palette Dark = Palette.Dark;

    /// <summary>The style sheet.</summary>
    public static string Text { get; } = $$"""
        :root { color-scheme: light dark; }
        body { margin: 0; padding: 0; background: {{Light.Ground}}; color: {{Light.Ink}};
          font: 16px/1.5 "Titillium Web", Verdana, Arial, sans-serif; }
        .foglio { max-width: 600px; margin: 0 auto; background: {{Light.Paper}}; padding: 24px;
          box-sizing: border-box; border-top: 4px solid {{Palette.Accent}}; }
        h1 { font-size: 20px; line-height: 1.3; margin: 0 0 16px; }
        h2 { font-size: 17px; margin: 24px 0 8px; }
        p { margin: 0 0 12px; }
        a { color: {{Light.Link}}; }
        table { border-collapse: collapse; width: 100%; margin-bottom: 12px; }
        th, td { text-align: left; vertical-align: top; padding: 8px; border-bottom: 1px solid {{Light.Line}}; }
        thead th { background: {{Light.Soft}}; font-size: 14px; }
        tbody th { font-weight: 600; }
        .data { width: 34%; }
        .passata, .errore { color: {{Light.Bad}}; }
        .avviso { color: {{Light.Warn}}; }
        .bene { color: {{Light.Good}}; }
        .nota { font-size: 14px; font-weight: 400; }
        .piede { font-size: 14px; overflow-wrap: anywhere;
          border-top: 1px solid {{Light.Line}}; margin-top: 24px; padding-top: 12px; }
        @media (max-width: 480px) { .foglio { padding: 16px; } th, td { padding: 6px 4px; } }
        @media (prefers-color-scheme: dark) {
          body { background: {{Dark.Ground}}; color: {{Dark.Ink}}; }
          .foglio { background: {{Dark.Paper}}; }
          a { color: {{Dark.Link}}; }
          thead th { background: {{Dark.Soft}}; }
          th, td, .piede { border-color: {{Dark.Line}}; }
          .passata, .errore { color: {{Dark.Bad}}; }
          .avviso { color: {{Dark.Warn}}; }
          .bene { color: {{Dark.Good}}; }
        }
        """.ReplaceLineEndings("\n");
}
