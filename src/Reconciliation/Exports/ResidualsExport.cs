using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// What each fund year has left and gets from the earlier ones, fund by fund up to the year. The Comuni's own money is
/// not granted by an act, so it leaves no residual.
/// </summary>
internal sealed class ResidualsExport : IExport
{
    public string Name => "residui";

    public string Title => "Residui delle annualità";

    public ReportTable Build(ExportInput input)
    {
        FundState[] states =
        [
            .. input
                .States.Where(state =>
                    state.Fund.Year <= input.Period.Year
                    && FundCodes.IsFund(state.Fund.Fund)
                    && !IsOwnMoney(input, state.Fund))
                .OrderBy(state => state.Fund),
        ];
        CarryOverYear[] years =
        [
            .. states.GroupBy(state => state.Fund.Fund, StringComparer.Ordinal).SelectMany(fund =>
                CarryOver.Of(fund, input.NameOf)),
        ];

        // Amounts of different basis have no total.
        bool oneBasis = !years
            .Select(year => year.Basis)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Skip(1)
            .Any();
        ReportColumn OfGrants(string name) => ReportColumn.OfKnownAmounts(name) with { Summed = oneBasis };
        return new ReportTable(
            $"{Title} fino al {input.Period.Year}",
            [
                new("fondo"),
                new("annualita"),
                new("residui_precedenti", ReportColumnKind.Amount),
                OfGrants("assegnato"),
                ReportColumn.OfKnownAmounts("impegnato"),
                OfGrants("residuo"),
                new("disponibile", ReportColumnKind.Amount),
                new("sforamenti", ReportColumnKind.Amount),
                new("base"),
                new("qualificatore"),
                new("qualificatore_disponibile"),
                new("non_noto"),
            ],
            [.. years.Select(Row)],
            [.. Checks(input, states, years)]);
    }

    private static IReadOnlyList<ReportCell> Row(CarryOverYear year) =>
        [
            ReportCell.Of(year.Fund.Fund),
            ReportCell.Of(year.Fund.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(year.Before.Amount),
            ReportCell.Of(year.Assigned),
            ReportCell.Of(year.Committed),
            ReportCell.Of(year.Residual),
            ReportCell.Of(year.Available.Amount),
            ReportCell.Of(year.Available.Overrun),
            ReportCell.Of(year.Basis),
            ReportCell.Of(year.Qualifier),
            ReportCell.Of(year.Available.Qualifier),
            ReportCell.Of(year.Available.Reason),
        ];

    private static IEnumerable<ReportCheck> Checks(ExportInput input, FundState[] states, CarryOverYear[] years)
    {
        yield return new ReportCheck(
            "Impegnato delle annualità", years.Select(year => year.Committed).SumOrMissing(),
            states.SelectMany(state => state.Entries()).Of(EntryKind.Committed));
        foreach (IGrouping<string, CarryOverYear> fund in years.GroupBy(year => year.Fund.Fund, StringComparer.Ordinal))
        {
            // From the movements, fund year by fund year where assignment and commitments are known.
            HashSet<FundKey> known = [.. fund.Where(year => year.Residual is not null).Select(year => year.Fund)];
            LedgerEntry[] entries =
            [
                .. states.Where(state => known.Contains(state.Fund)).SelectMany(state => state.Entries()),
            ];
            Money? left = entries.Of(EntryKind.Assigned) - entries.Of(EntryKind.Committed);
            yield return new ReportCheck(
                $"Residuo {fund.Key}", fund.Select(year => year.Residual).SumOrMissing(), left);
            if (fund.Last().Available is { Amount: { } available } last)
            {
                yield return new ReportCheck(
                    $"Disponibile {fund.Key}, meno gli sforamenti", available - (last.Overrun ?? Money.Zero), left);
            }
        }

        QsfpStateExport platform = new();
        yield return new ReportCheck(
            $"Residuo {QsfpStateExport.Fund} e prospetto {platform.Name}",
            years.Where(year => input.Is(year.Fund, QsfpStateExport.Fund))
                .Select(year => year.Residual)
                .SumIfAllKnown(),
            platform.Build(input).TotalOf("residuo"));
    }

    private static bool IsOwnMoney(ExportInput input, FundKey fund) =>
        input.Ambito.IsOwnMoney(fund.Fund);
}
