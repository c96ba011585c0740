using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using static PianoZona.Functions.Pages.PageLayout;

namespace PianoZona.Functions.Pages;

/// <summary>The riparti of a fund year as a page.</summary>
internal static class AllocationListPage
{
    private static readonly string[] Heads = ["Riparto", "Stato", "#Totale €", "Atto di approvazione", "In vigore", "Proposto"];

    /// <summary>Where the riparti of a fund year are.</summary>
    public static string PathOf(FundKey fund) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/riparti/{Uri.EscapeDataString(fund.Fund)}/{fund.Year}");

    /// <summary>Renders the list.</summary>
    /// <param name="caller">Who reads it.</param>
    /// <param name="fund">Fund and fund year.</param>
    /// <param name="documents">The riparti that the caller may read, by number.</param>
    /// <param name="register">What is in force in the year.</param>
    /// <param name="hasFundPage">Whether there is a page of the fund year that the caller may read.</param>
    public static string Render(
        Caller caller, FundKey fund, IReadOnlyList<AllocationDocument> documents, AllocationRegister register, bool hasFundPage) => Page(
        string.Create(CultureInfo.InvariantCulture, $"Riparti · {fund.Fund} {fund.Year} · {caller.Ambito.Name}"), $"""
        <p>{Text(caller.Ambito.FindFund(fund.Fund)?.Name)}{FundLink(fund, hasFundPage)}</p>
        {(documents.Count == 0 ? $"<p>{NoneFor(caller)}</p>" : Table("Riparti", Heads, documents.Select(document => Row(document, register))))}
        """,
        HomeOf(caller));

    /// <summary>Where the name of the hub leads this reader; null = nowhere.</summary>
    public static string? HomeOf(Caller caller) => caller.MayReadBalances ? Home : null;

    /// <summary>A link to the page of the fund year; nothing when there is none.</summary>
    public static string FundLink(FundKey fund, bool exists)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/api/riconciliazioni/{Uri.EscapeDataString(fund.Fund)}/{fund.Year}");
        return exists ? $" · <a href=\"{path}\">saldi e movimenti</a>" : string.Empty;
    }

    /// <summary>A day, as people read it.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment in Italy.</summary>
    public static string Day(DateTimeOffset moment) => Day(RomeClock.DayOf(moment));

    private static string NoneFor(Caller caller) => caller.MayReadBalances
        ? "Nessun riparto proposto finora. Quote inviate con un file «riparto» si vedono fra i movimenti del fondo."
        : "Nessun riparto approvato finora.";

    private static string Row(AllocationDocument document, AllocationRegister register)
    {
        string number = document.Number.ToString(CultureInfo.InvariantCulture);
        RegisterEntry? entry = register.Entries.LastOrDefault(one => one.Fund == document.Fund && one.Number == document.Number);
        return $"<th scope=\"row\"><a href=\"{PathOf(document.Fund)}/{number}\">n. {number}</a></th>"
            + $"<td>{State(document, register)}</td>" + Amount(Money.Parse((string)document.Result["total"]!))
            + $"<td>{(document.Approval is { } approval ? $"{Text(approval.Act)} del {Day(approval.Date)}" : "non ancora")}</td>"
            + $"<td>{(entry is null ? string.Empty : $"dal {Day(entry.At)}")}</td><td>{Day(document.ProposedAt)}</td>";
    }

    /// <summary>Where a riparto stands; of one that is superseded, by which.</summary>
    public static string State(AllocationDocument document, AllocationRegister register)
    {
        AllocationState state = document.StateIn(register);
        string word = $"<span class=\"{(state == AllocationState.InForce ? "ok" : string.Empty)}\">{Text(AllocationForms.Word(state))}</span>";
        return register.SupersededBy(document.Fund, document.Number) is { } by
            ? string.Create(CultureInfo.InvariantCulture, $"{word} dal <a href=\"{PathOf(document.Fund)}/{by}\">riparto {by}</a>")
            : word;
    }
}
