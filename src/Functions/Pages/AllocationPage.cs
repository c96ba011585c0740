using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Functions.Identity;
using static PianoZona.Functions.Pages.AllocationListPage;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>A riparto as a page: who gets what, criterion by criterion, against last year, by which rules, and whether the ledger has it.</summary>
internal static class AllocationPage
{
    private const string NotKnown = "<td class=\"n\"><span class=\"muto\" title=\"dato non disponibile\" aria-label=\"dato non disponibile\">–</span></td>";

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>Renders a riparto.</summary>
    /// <param name="caller">Who reads it.</param>
    /// <param name="document">The riparto.</param>
    /// <param name="register">What is in force in its year.</param>
    /// <param name="inForce">How it stands in force; null = it is not the one in force.</param>
    /// <param name="hasFundPage">Whether there is a page of the fund year that the caller may read.</param>
    public static string Render(Caller caller, AllocationDocument document, AllocationRegister register, AllocationInForce? inForce, bool hasFundPage)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"{document.Fund.Fund} {document.Fund.Year}");
        return Page($"Riparto {document.Number.ToString(CultureInfo.InvariantCulture)} · {what} · {caller.Ambito.Name}", $"""
            <p><a href="{PathOf(document.Fund)}">Tutti i riparti {Text(what)}</a>{FundLink(document.Fund, hasFundPage)}</p>
            <dl>
            <dt>Stato</dt><dd>{State(document, register)}</dd>
            <dt>Proposto</dt><dd>il {Day(document.ProposedAt)} da {NameOf(caller, document.ProposedBy)}</dd>
            <dt>Approvato</dt><dd>{Approved(document.Approval)}</dd>
            {(inForce is null ? string.Empty : InForce(caller, inForce))}
            </dl>
            <h2>Quote</h2>
            {Shares(caller, document.Result)}
            <p>{Sum(document.Result)}</p>
            <p class="muto">Gli importi sono in euro. Un trattino indica un dato che non è noto, o una parte che non spetta: non è zero.</p>
            <h2>Regole usate</h2>
            {Rules(caller, document.Result)}
            {Bodies(caller, document)}
            """,
            HomeOf(caller));
    }

    private static string Approved(Approval? approval) =>
        approval is null ? "non ancora" : $"atto {Text(approval.Act)} del {Day(approval.Date)}";

    private static string InForce(Caller caller, AllocationInForce inForce)
    {
        string receipt = inForce.Delivery.ReceiptId.Text;
        string link = caller.MayReadReceiptsOf(inForce.Delivery.ReceiptId.Folder.Split('/')[0]) && inForce.Delivery.Receipt is not null
            ? $" (<a href=\"/api/esiti/{Text(receipt)}\">esito {Text(receipt)}</a>)"
            : string.Empty;
        string ledger = inForce switch
        {
            { IsRegistered: true } => "<span class=\"ok\">sì</span>, i saldi sono questi",
            { Delivery.IsLost: true } => "<span class=\"errore\">no</span>: il suo file non è stato accettato, ripetere l'entrata in vigore",
            { Delivery.Receipt: null } => "<span class=\"avviso\">non ancora</span>: il suo file è in viaggio, al più tardi arriva con il lavoro della notte",
            _ => "<span class=\"avviso\">no</span>: un file «riparto» inviato dopo ha preso il posto di tutta l'annualità",
        };
        return $"<dt>In vigore</dt><dd>dal {Day(inForce.Entry.At)}</dd><dt>Registrato</dt><dd>{ledger}{link}</dd>";
    }

    private static string Shares(Caller caller, JObject result)
    {
        JToken[] shares = [.. result["shares"]!];
        string[] labels = [.. shares.SelectMany(share => share["parts"]!).Select(Label).Distinct(StringComparer.Ordinal)];
        bool compared = Array.Exists(shares, share => share["difference"] is not null);
        string[] comparison = compared ? ["#Differenza €", "#Differenza %", "#Anno scorso"] : [];
        IEnumerable<string> rows = shares.Select(share =>
        {
            ILookup<string, Money?> parts = share["parts"]!.ToLookup(Label, part => Euro(part["amount"]), StringComparer.Ordinal);
            return $"<th scope=\"row\">{NameOf(caller, (string)share["code"]!, (string?)share["name"])}</th>"
                + Amount(Euro(share["amount"])) + (compared ? Comparison(share) : string.Empty)
                + string.Concat(labels.Select(label => Amount(parts[label].SumOrMissing())));
        });
        string[] heads = ["A chi", "#Quota €", .. comparison, .. labels.Select(label => $"#{label}")];
        return $"<div class=\"fermo\">{Table("Quote", heads, rows.Append(TotalRow()))}</div>";

        string TotalRow() => "<th scope=\"row\" class=\"totale\">Totale</th>" + Total(Added(shares, "amount"))
            + (compared ? Total(IfAllKnown(shares, "difference")) + "<td class=\"totale\"></td>" + Total(IfAllKnown(shares, "previous")) : string.Empty)
            + string.Concat(labels.Select(label =>
                Total(shares.SelectMany(share => share["parts"]!).Where(part => Label(part) == label).Select(part => Euro(part["amount"])).SumOrMissing())));
    }

    private static string Comparison(JToken share) =>
        (Euro(share["difference"]) is { } difference ? $"<td class=\"n\">{Signed(difference.Euro)}</td>" : NotKnown)
        + (share["differencePercent"] is JValue { Value: string percent }
            ? $"<td class=\"n\">{Signed(decimal.Parse(percent, CultureInfo.InvariantCulture))}%</td>"
            : NotKnown)
        + Amount(Euro(share["previous"]));

    private static string Sum(JObject result)
    {
        Money total = Money.Parse((string)result["total"]!);
        Money sum = Added(result["shares"]!, "amount") ?? Money.Zero;
        return sum == total
            ? $"Le quote sommano {sum.ToItalian()} €, cioè esattamente l'importo da ripartire."
            : $"<span class=\"errore\">Le quote sommano {sum.ToItalian()} €, ma l'importo da ripartire è {total.ToItalian()} €.</span>";
    }

    private static string Rules(Caller caller, JObject result)
    {
        IEnumerable<string> items = new[] { $"Arrotondamento: {Text((string?)result["method"])}." }
            .Concat(Of(result, "lines").Select(Line))
            .Concat(Of(result, "bases").Select(basis => $"Base di «{Text((string?)basis["indicator"])}»: {Text(string.Join(", ", Known(basis)))}."))
            .Concat(Of(result, "withoutShare").Select(none =>
                $"Senza quota: {NameOf(caller, (string)none["code"]!, (string?)none["name"])}: {Text((string?)none["reason"])}"))
            .Concat(Of(result, "gone").Select(gone =>
                $"L'anno scorso c'era {NameOf(caller, (string)gone["code"]!)}, con {Euro(gone["previous"])?.ToItalian()} €: quest'anno non è nel piano."));
        return $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>";
    }

    private static string Line(JToken line)
    {
        string name = (string?)line["line"] is { } known ? $"Linea «{Text(known)}»" : "Da dividere";
        string[] criteria = [.. Of(line, "criteria").Select(Criterion)];
        string rule = (string?)line["rule"] is { } words ? $" ({Text(words)})" : string.Empty;
        return $"{name}: {Euro(line["amount"])?.ToItalian()} €{rule}"
            + (criteria.Length == 0 ? "." : $", in proporzione a {string.Join("; ", criteria)}.");
    }

    private static string Criterion(JToken criterion)
    {
        string index = (string?)criterion["index"] is { } by ? $" × {Text(by)}" : string.Empty;
        return $"{Text((string?)criterion["indicator"])}{index} (peso {((decimal)criterion["weight"]!).ToString("0.####", Italian)})";
    }

    // What the ledger has is by body: the units of a body, and lines with a body of their own, add up.
    private static string Bodies(Caller caller, AllocationDocument document) => document.Result["shares"]!.All(share => share["body"] is null)
        ? string.Empty
        : "<h2>Quanto va a ciascun ente</h2>" + Table(
            "Quanto va a ciascun ente", ["Ente", "#Importo", "Criterio"],
            document.Rows.Select(row => $"<th scope=\"row\">{NameOf(caller, row.Body)}</th>{Amount(row.Amount)}<td>{Text(row.Criterion)}</td>"));

    // The name that the plan says, else that of the body; a line is called by its own.
    private static string NameOf(Caller caller, string code, string? said = null)
    {
        string name = said is { Length: > 0 } && said != code ? said : caller.Ambito.FindSender(code)?.Name ?? code;
        return name == code ? Text(name) : $"{Text(name)} <span class=\"muto\">{Text(code)}</span>";
    }

    private static IEnumerable<JToken> Of(JToken owner, string list) => owner[list] ?? new JArray();

    private static string Label(JToken part) =>
        (string?)part["line"] is { } line ? $"{line}: {(string?)part["indicator"]}" : (string?)part["indicator"] ?? string.Empty;

    private static IEnumerable<string> Known(JToken basis) =>
        new[] { (string?)basis["year"], (string?)basis["date"], (string?)basis["source"] }.OfType<string>();

    private static Money? Euro(JToken? value) => value is JValue { Value: string text } ? Money.Parse(text) : null;

    private static Money? Added(IEnumerable<JToken> shares, string figure) => shares.Select(share => Euro(share[figure])).SumOrMissing();

    // A sum of some is no total of last year.
    private static Money? IfAllKnown(IReadOnlyCollection<JToken> shares, string figure) =>
        shares.All(share => Euro(share[figure]) is not null) ? Added(shares, figure) : null;

    private static string Total(Money? amount) => $"<td class=\"n totale\">{amount?.ToItalian() ?? "–"}</td>";

    private static string Signed(decimal value) => (value > 0 ? "+" : string.Empty) + value.ToString("N2", Italian);
}
