using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// What the bodies of each group (sub-ambito, Unione, agency) have and spend of each fund of the year; at the end those
/// of no group. A body of several groups stands in each, so the rows have no total.
/// </summary>
internal sealed class GroupTotalsExport : IExport
{
    private static readonly EntryKind[] Kinds =
        [EntryKind.Allocated, EntryKind.Committed, EntryKind.Paid, EntryKind.Delivered];

    public string Name => "totali-gruppi";

    public string Title => "Totali per gruppo di Comuni";

    public ReportTable Build(ExportInput input)
    {
        Part[] parts = [.. Parts(input)];
        (Part Part, FundState State)[] lines =
        [
            .. from part in parts
               from state in input.OfYear
               where Array.Exists(Kinds, kind => SumOf(state, part, kind) is not null)
               select (part, state),
        ];
        return new ReportTable(
            $"{Title}, {input.Period.Year}",
            [
                new("gruppo"), new("denominazione"), new("abitanti", ReportColumnKind.Number), new("fondo"),
                new("annualita"),
                new("ripartito", ReportColumnKind.Amount), new("impegnato", ReportColumnKind.Amount),
                new("liquidato", ReportColumnKind.Amount), new("prestato", ReportColumnKind.Amount),
                new("residuo", ReportColumnKind.Amount), new("impegnato_non_noto_di"),
            ],
            [.. lines.Select(line => Row(input, line.Part, line.State))],
            [.. Kinds.Select(kind => Check(input, parts, lines, kind))]);
    }

    private static IEnumerable<Part> Parts(ExportInput input)
    {
        Ambito ambito = input.Ambito;
        Period year = Period.Parse(input.Period.Year.ToString(CultureInfo.InvariantCulture));
        Part[] groups =
        [
            .. ambito.Groups.Where(group => group.IsThereIn(year)).OrderBy(group => group.Code, StringComparer.Ordinal)
                .Select(group => new Part(
                    group.Code, group.Name, ambito.PopulationOf(group, year.Year),
                    [
                        .. ambito.MembersOf(group, year).Select(comune => comune.Code)
                            .Concat(group.Body is { } body ? [body] : []),
                    ])),
        ];
        string[] others =
        [
            .. Bodies(input).Where(body => !Array.Exists(groups, group => group.Bodies.Contains(body)))
                .Order(StringComparer.Ordinal),
        ];
        return others.Length == 0 ? groups : [.. groups, new Part(null, "fuori dai gruppi", null, [.. others])];
    }

    private static IEnumerable<string> Bodies(ExportInput input) => input.OfYear
        .SelectMany(state => state.Balances).Select(balance => balance.Body).OfType<string>()
        .Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<ReportCell> Row(ExportInput input, Part part, FundState state)
    {
        Money?[] sums = [.. Kinds.Select(kind => SumOf(state, part, kind))];
        string[] unknown =
        [
            .. state.Balances
                .Where(balance => balance.Body is { } body && part.Bodies.Contains(body)
                    && UnknownResidue.LacksCommitment(balance))
                .Select(balance => input.NameOf(balance.Body!)),
        ];
        return
        [
            ReportCell.Of(part.Code),
            ReportCell.Of(part.Name),
            ReportCell.Of(part.Inhabitants),
            ReportCell.Of(state.Fund.Fund),
            ReportCell.Of(state.Fund.Year.ToString(CultureInfo.InvariantCulture)),
            .. sums.Select(ReportCell.Of),
            ReportCell.Of(unknown.Length == 0 ? sums[0] - sums[1] : null),
            ReportCell.Of(string.Join(", ", unknown)),
        ];
    }

    // The rows against the balances of the bodies, each as often as it has groups.
    private static ReportCheck Check(
        ExportInput input, Part[] parts, (Part Part, FundState State)[] lines, EntryKind kind) => new(
        kind.ToString(),
        lines.Select(line => SumOf(line.State, line.Part, kind)).SumOrMissing(),
        input.OfYear.SelectMany(state => state.Balances)
            .Where(balance => balance.Body is not null)
            .SelectMany(balance => Enumerable.Repeat(
                FigureOf(balance, kind), parts.Count(part => part.Bodies.Contains(balance.Body!))))
            .SumOrMissing());

    private static Money? FigureOf(Balance balance, EntryKind kind) => kind switch
    {
        EntryKind.Allocated => balance.Allocated,
        EntryKind.Committed => balance.Committed,
        EntryKind.Paid => balance.Paid,
        EntryKind.Delivered => balance.Delivered,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No figure of a body."),
    };

    private static Money? SumOf(FundState state, Part part, EntryKind kind) =>
        state.Entries().Where(entry => entry.Beneficiary is { } body && part.Bodies.Contains(body)).Of(kind);

    private sealed record Part(string? Code, string Name, int? Inhabitants, IReadOnlySet<string> Bodies)
    {
        public Part(string? code, string name, int? inhabitants, string[] bodies)
            : this(code, name, inhabitants, bodies.ToHashSet(StringComparer.Ordinal))
        {
        }
    }
}
