using System.Net;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Functions.Pages;

/// <summary>The frame of every page: Italian, readable on a phone, printable, without anything loaded from elsewhere.</summary>
internal static class PageLayout
{
    /// <summary>Path of the dashboard.</summary>
    public const string Home = "/api/cruscotto";

    private const string Style = """
        :root { color-scheme: light dark; --ink: #17324d; --paper: #fff; --line: #c5d0dc; --soft: #f2f5f9;
          --bad: #b3261e; --warn: #8a5300; --ok: #00663d; --link: #0059b3; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf5; --paper: #10202f; --line: #3b4f63; --soft: #182c3f;
          --bad: #ff9d94; --warn: #ffc46b; --ok: #7ddcae; --link: #8cc2ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; font: 1rem/1.5 "Titillium Web", system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
        header { border-bottom: 3px solid #0066cc; }
        h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
        a { color: var(--link); }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        thead th { background: var(--soft); position: sticky; top: 0; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .errore { color: var(--bad); font-weight: 600; } .avviso { color: var(--warn); font-weight: 600; } .ok { color: var(--ok); font-weight: 600; }
        .muto { opacity: .75; } .origine { display: inline-block; min-width: 14rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } th, td { padding: .3rem .4rem; } }
        h3 { font-size: 1.05rem; margin: 1rem 0 .3rem; } .causa p { margin: .2rem 0; } .regola { font-weight: 400; white-space: nowrap; }
        .fatti { grid-template-columns: 1fr; } .fatti div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; }
        tbody th { font-weight: 600; } .causa tbody th { white-space: nowrap; width: 1%; } td { overflow-wrap: break-word; }
        summary { padding: .3rem 0; cursor: pointer; } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        @media (max-width: 40rem) { .fatti div { grid-template-columns: 1fr; margin-bottom: .4rem; } }
        .fermo tbody th, .fermo thead th:first-child { position: sticky; left: 0; z-index: 1; background: var(--paper); }
        .fermo thead th:first-child { z-index: 2; background: var(--soft); } .totale { border-top: 2px solid var(--ink); font-weight: 600; }
        @media (max-width: 40rem) { .fermo tbody th, .fermo thead th:first-child { max-width: 8.5rem; overflow-wrap: break-word; } }
        @media print {
          @page { size: A4; margin: 11mm 13mm; }
          :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #999; --soft: #eee; --bad: #8c1d18; --warn: #6b4000; --ok: #004d2e; }
          body { font-size: 8.5pt; line-height: 1.3; } header, main, footer { max-width: none; padding: 0; } header { border-bottom: 1px solid #000; }
          h1 { font-size: 14pt; margin: 0 0 2pt; } h2 { font-size: 11pt; margin: 7pt 0 2pt; } h3 { font-size: 9.5pt; margin: 5pt 0 1pt; }
          p { margin: 3pt 0; } dl { margin: 3pt 0; } .fatti { gap: 1pt 14pt; }
          .fatti div { grid-template-columns: 9.5em 1fr; margin: 0; } .fatti { grid-template-columns: 5fr 4fr; }
          .scroll { overflow: visible; } thead th { position: static; }
          th, td { padding: 1.5pt 4pt; } tr, h2, h3 { break-inside: avoid; } h2, h3, summary { break-after: avoid; }
          a { color: inherit; text-decoration: none; } .foglio, footer { display: none; }
          .molte { columns: 2; column-gap: 7mm; font-size: 7.5pt; line-height: 1.22; } .molte h2 { font-size: 10pt; margin: 0 0 2pt; }
          .molte h3 { font-size: 8.5pt; margin: 0 0 1pt; } .molte .regola { white-space: normal; } .molte table { margin: 0 0 5pt; }
          .molte td, .molte th { padding: .5pt 3pt; } .molte p { margin: 0; } .molte .causa p:last-child { margin: 0 0 5pt; }
          .molte .causa:not(:has([open])) { break-inside: avoid; } .molte details:not([open]) { display: none; } }
        """;

    /// <summary>Text made safe for a page.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? string.Empty);

    /// <summary>An amount as people read it; a dash, said aloud as missing, when it is not known.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="qualifier">How sure it is.</param>
    public static string Amount(Money? amount, string? qualifier = null) => $"<td class=\"n\">{Shown(amount, qualifier)}</td>";

    /// <summary>An amount as in a cell of <see cref="Amount"/>.</summary>
    public static string Shown(Money? amount, string? qualifier = null) => amount is { } known
        ? AmountQualifier.InWords(known, qualifier)
        : "<span class=\"muto\" title=\"dato non disponibile\" aria-label=\"dato non disponibile\">–</span>";

    /// <summary>A table that scrolls by itself on a narrow screen.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="heads">Heads of the columns; one that begins with <c>#</c> is of numbers.</param>
    /// <param name="rows">Rows of cells, as HTML.</param>
    public static string Table(string caption, IEnumerable<string> heads, IEnumerable<string> rows) => $"""
        <div class="scroll" tabindex="0" role="region" aria-label="{Text(caption)}"><table>
        <thead><tr>{string.Concat(heads.Select(Head))}</tr></thead>
        <tbody>
        {string.Join('\n', rows.Select(row => $"<tr>{row}</tr>"))}
        </tbody></table></div>
        """;

    /// <summary>A whole page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="body">What it shows, as HTML.</param>
    /// <param name="home">Where the name of the hub leads to; null = nowhere.</param>
    public static string Page(string title, string body, string? home = Home) => $"""
        <!DOCTYPE html>
        <html lang="it">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} · PianoZona</title>
        <style>{Style}</style>
        </head>
        <body>
        <header>{(home is null ? "PianoZona" : $"<a href=\"{Text(home)}\">PianoZona</a>")}<h1>{Text(title)}</h1></header>
        <main>
        {body}
        </main>
        <footer class="muto">PianoZona, il punto di raccolta dei dati dell'Ufficio di Piano</footer>
        </body>
        </html>
        """;

    private static string Head(string head) => head.StartsWith('#')
        ? $"<th scope=\"col\" class=\"n\">{Text(head[1..])}</th>"
        : $"<th scope=\"col\">{Text(head)}</th>";
}
