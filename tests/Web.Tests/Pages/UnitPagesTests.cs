using PianoZona.Contracts;
using PianoZona.Web.Parts;
using PianoZona.Web.Tests.Support;
using PianoZona.Web.Units;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The page of the units of a body, read and approved.</summary>
public sealed class UnitPagesTests
{
    private const string Review = "ente-coop_unita-offerta_2025_0123456789abcdef";
    private const string Closing = "ente-coop_unita-offerta_2026-03-01_fedcba9876543210";
    private const string Data = "ente-coop_fsr-rilevazione_2024_0123456789abcdef";

    private static readonly UnitLine Known = new(
        "CSE-0412", "Il Girasole", "Centro socio-educativo", "Casalmaggiore", null, 20, 25, 30,
        StateWord.UnitConfirmed, new(2025, 12, 31), new(2020, 2, 3), Review, 2,
        new UnitYearLine(2024, 24, 1840.5m, Money.Parse("310450.00"), Data, 2));

    private static readonly UnitLine Unknown = new(
        "CDD-0007", null, "Centro diurno disabili", "Viadana", "Cooperativa Due", null, null, 0,
        StateWord.UnitOpened, new(2025, 11, 3), null, Review, 3, null);

    [Fact]
    public Task Render_Units_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "unita.html",
        new UnitListView(
            "2 unità aperte e 1 chiusa, secondo gli ultimi invii accettati.", null,
            new UnitLines(2, [Known, Unknown]),
            new UnitLines(
                1, [Known with { State = StateWord.UnitClosed, Happened = new(2026, 3, 1), Receipt = Closing }]),
            [
                new ContractLine("Centro diurno disabili", "Viadana", 1, 0, 1),
                new ContractLine("Centro socio-educativo", "Casalmaggiore", 1, 20, 0),
                new ContractLine(null, null, 2, 20, 1),
            ],
            [], Addresses.UnitTable, new NamedLink("Modello della verifica 2026", "/modelli/m.xlsx")));

    [Fact]
    public Task Render_NoUnits_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "unita-nessuna.html",
        new UnitListView(
            "0 unità aperte.", null, new UnitLines(0, []), new UnitLines(0, []),
            [new ContractLine(null, null, 0, 0, 0)], [], Addresses.UnitTable, null));

    [Fact]
    public Task Render_UnitsOfAnotherThatAreTooMany_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "unita-troppe.html",
        new UnitListView(
            "400 unità aperte.", "Cooperativa Uno", new UnitLines(400, [Known with { Year = null }]),
            new UnitLines(0, []), [new ContractLine(null, null, 400, 20, 399)],
            [.. Enumerable.Repeat(Closing, 7)], Addresses.UnitTableOf("ente-coop"), null));
}
