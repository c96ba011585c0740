using PianoZona.Contracts;
using PianoZona.Contracts.Flows;

namespace PianoZona.Ledger.Mapping;

/// <summary>Says what an accepted row of one flow posts.</summary>
internal interface IFlowMapping
{
    FlowSchema Flow { get; }

    /// <summary>Adds the movements of one row.</summary>
    void Map(ValidRow row, EntryGatherer entries);
}

/// <summary>What the mappings share.</summary>
internal static class RowFunds
{
    /// <summary>The fund year that a row names in two columns of which both are required.</summary>
    public static FundKey FundYear(this ValidRow row, Column fund, Column year) =>
        new(row.Text(fund)!, row.YearOf(year));

    /// <summary>The year in a required column.</summary>
    public static int YearOf(this ValidRow row, Column year) => (int)row.Integer(year)!.Value;
}
