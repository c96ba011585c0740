using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Reconciliation;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>What the fund years of a fund leave to the later ones, up to the one that is shown.</summary>
internal static class CarryOverSection
{
    private static readonly string[] Heads = ["Annualità", "#Residui precedenti", "#Assegnato", "#Impegnato", "#Residuo", "#Disponibile", "#Sforamenti"];

    /// <summary>The section; empty for a fund whose money no act grants, or when nothing is known.</summary>
    /// <param name="years">The fund years of the fund.</param>
    /// <param name="shown">The fund year of the page.</param>
    public static string Render(IReadOnlyList<CarryOverYear> years, FundKey shown) => years.Count == 0 ? string.Empty : $"""
        <h2>Residui delle annualità</h2>
        {Table("Residui delle annualità", Heads, years.Select(year => Row(year, shown)))}
        <p class="muto">Il residuo è l'assegnato meno l'impegnato dell'annualità; il disponibile somma i residui fino a quell'annualità. Uno sforamento
        (impegnato oltre l'assegnato) non si toglie dai residui delle altre annualità: serve un atto che lo copra.</p>
        """;

    /// <summary>The years as JSON.</summary>
    public static object Describe(CarryOverYear year) => new
    {
        annualita = year.Fund.Year,
        residuiPrecedenti = year.Before.Amount?.ToString(),
        assegnato = year.Assigned?.ToString(),
        impegnato = year.Committed?.ToString(),
        residuo = year.Residual?.ToString(),
        qualificatore = year.Qualifier,
        @base = year.Basis,
        disponibile = year.Available.Amount?.ToString(),
        qualificatoreDisponibile = year.Available.Qualifier,
        sforamenti = year.Available.Overrun?.ToString(),
        nonNoti = year.Available.Unknown.Select(unknown => new { annualita = unknown.Year, motivo = unknown.Reason }),
    };

    private static string Row(CarryOverYear year, FundKey shown)
    {
        string name = year.Fund.Year.ToString(CultureInfo.InvariantCulture);
        string head = year.Fund == shown
            ? $"<th scope=\"row\" aria-current=\"true\">{name} (questa)</th>"
            : $"<th scope=\"row\"><a href=\"{FundPage.AddressOf(year.Fund)}\">{name}</a></th>";
        return head + Carried(year.Before) + Amount(year.Assigned, year.Qualifier) + Amount(year.Committed) + Amount(year.Residual, year.Qualifier)
            + Carried(year.Available) + Amount(year.Available.Overrun);
    }

    private static string Carried(CarriedAmount carried) => carried.Unknown.Count == 0
        ? Amount(carried.Amount, carried.Qualifier)
        : $"<td class=\"n\">non noto{string.Concat(carried.Unknown.Select(year =>
            $"<br><span class=\"muto\">{Text(string.Create(CultureInfo.InvariantCulture, $"{year.Year}: {year.Reason}"))}</span>"))}</td>";
}
