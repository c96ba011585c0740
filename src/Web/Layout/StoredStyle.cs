using PianoZona.Contracts.Design;

namespace PianoZona.Web.Layout;

/// <summary>The style of a page that is stored and read as a file: in it, and small.</summary>
internal static class StoredStyle
{
    private static readonly string Colours = $$"""
        :root { color-scheme: light dark; {{Variables(Palette.Light)}} }
        @media (prefers-color-scheme: dark) { :root { {{Variables(Palette.Dark)}} } }
        """;

    private const string OnScreen = $$"""
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: var(--paper);
          font: 1rem/1.5 "Titillium Web", system-ui, sans-serif; }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        header { border-bottom: 3px solid {{Palette.Accent}}; }
        h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); }
        .scroll { overflow-x: auto; }
        caption { padding: 0 0 .3rem; text-align: left; opacity: .75; } .nascosto { position: absolute;
          width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        thead th { background: var(--soft); position: sticky; top: 0; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .errore { color: var(--bad); font-weight: 600; } .avviso { color: var(--warn); font-weight: 600; }
        .ok { color: var(--ok); font-weight: 600; } .muto { opacity: .75; }
        .origine { display: inline-block; min-width: 14rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
        dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) {
          dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } th, td { padding: .3rem .4rem; } }
        h3 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
        .causa p { margin: .2rem 0; } .regola { font-weight: 400; white-space: nowrap; }
        .fatti { grid-template-columns: 1fr; }
        .fatti div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; }
        tbody th { font-weight: 600; } .causa tbody th { white-space: nowrap; width: 1%; }
        td { overflow-wrap: break-word; } summary { padding: .3rem 0; cursor: pointer; }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        @media (max-width: 40rem) { .fatti div { grid-template-columns: 1fr; margin-bottom: .4rem; } }
        .fermo tbody th, .fermo thead th:first-child {
          position: sticky; left: 0; z-index: 1; background: var(--paper); }
        .fermo thead th:first-child { z-index: 2; background: var(--soft); }
        .totale { border-top: 2px solid var(--ink); font-weight: 600; }
        @media (max-width: 40rem) {
          .fermo tbody th, .fermo thead th:first-child { max-width: 8.5rem; overflow-wrap: break-word; } }
        """;

    private static readonly string OnPaper = $$"""
        @media print {
          @page { size: A4; margin: 11mm 13mm; }
          :root { color-scheme: light; {{Variables(Palette.Print)}} }
          body { font-size: 8.5pt; line-height: 1.3; }
          header, main, footer { max-width: none; padding: 0; } header { border-bottom: 1px solid var(--ink); }
          h1 { font-size: 14pt; margin: 0 0 2pt; } h2 { font-size: 11pt; margin: 7pt 0 2pt; }
          h3 { font-size: 9.5pt; margin: 5pt 0 1pt; }
          p { margin: 3pt 0; } dl { margin: 3pt 0; } .fatti { gap: 1pt 14pt; }
          .fatti div { grid-template-columns: 9.5em 1fr; margin: 0; } .fatti { grid-template-columns: 5fr 4fr; }
          .scroll { overflow: visible; } thead th { position: static; }
          th, td { padding: 1.5pt 4pt; } tr, h2, h3 { break-inside: avoid; } h2, h3, summary { break-after: avoid; }
          a { color: inherit; text-decoration: none; } .foglio, footer { display: none; }
          .molte { columns: 2; column-gap: 6mm; font-size: 7pt; line-height: 1.2; }
          .molte h2 { font-size: 10pt; margin: 0 0 2pt; } .molte h3 { font-size: 8.5pt; margin: 0 0 1pt; }
          .molte .regola { white-space: normal; } .molte table { margin: 0 0 5pt; }
          .molte td, .molte th { padding: .5pt 3pt; }
          .molte p { margin: 0; } .molte .causa p:last-child { margin: 0 0 5pt; }
          .molte .causa:not(:has([open])) { break-inside: avoid; } .molte details:not([open]) { display: none; } }
        """;

    /// <summary>The style sheet.</summary>
    public static string Text { get; } = $"{Colours}\n{OnScreen}\n{OnPaper}".ReplaceLineEndings("\n");

    private static string Variables(Palette palette) =>
        $"--ink: {palette.Ink}; --paper: {palette.Paper}; --line: {palette.Line}; --soft: {palette.Soft};\n"
        + $"  --bad: {palette.Bad}; --warn: {palette.Warn}; --ok: {palette.Good}; --link: {palette.Link};";
}
