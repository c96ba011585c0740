using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Matching;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The ageing of the three-way match (RIC-08): for each fund year up to the year asked for, service, period and body,
/// what was delivered, reported and paid, and for how long what does not agree has been open.
/// </summary>
internal sealed class MatchesExport : IExport
{
    private const string Matched = "abbinato";

    // The Comuni report their own money by area (flow spesa-sociale): a service that they do not report there is not
    // late.
    private const string ByArea = "rendicontato per area";

    public string Name => "abbinamenti";

    public string Title => "Prestato, rendicontato e pagato: abbinamenti e anzianità";

    public ReportTable Build(ExportInput input)
    {
        FundState[] funds =
        [
            .. input.States.Where(state => state.Fund.Year <= input.Period.Year).OrderBy(state => state.Fund),
        ];
        ReportTable table = new(
            string.Create(CultureInfo.InvariantCulture, $"{Title}, annualità fino al {input.Period.Year}"),
            [
                new("fondo"),
                new("annualita"),
                new("servizio"),
                new("periodo"),
                new("ente"),
                new("denominazione"),
                ReportColumn.OfAmounts("prestato"),
                ReportColumn.OfAmounts("rendicontato"),
                ReportColumn.OfAmounts("pagato"),
                ReportColumn.OfAmounts("prestato_meno_rendicontato"),
                ReportColumn.OfAmounts("rendicontato_meno_pagato"),
                new("giorni", ReportColumnKind.Number),
                new("anzianita"),
            ],
            [.. funds.SelectMany(state => ServiceMatches.Of(input.Ambito, state)).Select(match => Row(input, match))],
            []);
        Money? delivered = SumOf(funds, Prestazioni.Schema, EntryKind.Delivered);
        Money? reported = SumOf(funds, Rendicontazione.Schema, EntryKind.Committed);
        Money? paid = SumOf(funds, Rendicontazione.Schema, EntryKind.Paid);
        return table with
        {
            Checks =
            [
                new("Prestato dagli enti gestori", table.TotalOf("prestato"), delivered),
                new("Rendicontato sui servizi", table.TotalOf("rendicontato"), reported),
                new("Pagato sui servizi", table.TotalOf("pagato"), paid),
                new(
                    "Prestato meno rendicontato",
                    table.TotalOf("prestato_meno_rendicontato"),
                    Difference(delivered, reported)),
                new("Rendicontato meno pagato", table.TotalOf("rendicontato_meno_pagato"), Difference(reported, paid)),
            ],
        };
    }

    private static IReadOnlyList<ReportCell> Row(ExportInput input, ServiceMatch match)
    {
        Money tolerance = input.Ambito.SettingsOf(Prestazioni.Schema.Code, match.Body).Tolerance;
        Money?[] differences = [Difference(match.Delivered, match.Reported), Difference(match.Reported, match.Paid)];
        int days = match.DaysSinceClose(input.Today);
        bool isOpen = Array.Exists(differences, difference => difference is { } open && open.Abs() > tolerance);
        return
        [
            ReportCell.Of(match.Fund.Fund),
            ReportCell.Of(match.Fund.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(match.Service),
            ReportCell.Of(match.Period.Text),
            ReportCell.Of(match.Body),
            ReportCell.Of(input.NameOf(match.Body)),
            ReportCell.Of(match.Delivered),
            ReportCell.Of(match.Reported),
            ReportCell.Of(match.Paid),
            ReportCell.Of(differences[0]),
            ReportCell.Of(differences[1]),
            ReportCell.Of(days < 0 ? null : (decimal?)days),
            ReportCell.Of(
                !isOpen ? Matched
                : IsByArea(input.Ambito, match) ? ByArea
                : Ageing.ClassOf(days)),
        ];
    }

    private static bool IsByArea(Ambito ambito, ServiceMatch match) =>
        match is { Reported: null, HasReported: false } && ambito.IsOwnMoney(match.Fund.Fund);

    // Of two figures of which one is known: what nobody told is still open, whole.
    private static Money? Difference(Money? one, Money? other) =>
        one is null && other is null ? null : (one ?? Money.Zero) - (other ?? Money.Zero);

    private static Money? SumOf(IEnumerable<FundState> funds, FlowSchema flow, EntryKind kind) => funds
        .SelectMany(state => state.Entries(flow.Code))
        .Where(entry => entry.Beneficiary is not null && ServiceCatalogue.Find(entry.Purpose) is not null)
        .Of(kind);
}
