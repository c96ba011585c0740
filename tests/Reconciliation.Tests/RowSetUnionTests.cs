using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;

namespace PianoZona.Reconciliation.Tests;

public sealed class RowSetUnionTests
{
    [Fact]
    public void Union_AnySets_HoldsEachRowOnceInAscendingRanges() =>
        Prop.ForAll(
                Gen.Choose(1, 30).ArrayOf().ArrayOf().ToArbitrary(),
                sets =>
                {
                    RowSet union = RowSet.Union(sets.Select(Of));

        Assert.Equal(Of([.. sets.SelectMany(rows => rows)]).ToString(), union.ToString());
        Assert.Equal(sets.SelectMany(rows => rows).Distinct().Count(), union.Count);
    }).QuickCheckThrowOnFailure();

    private static RowSet Of(int[] rows)
    {
        RowSet set = new();
        foreach (int row in rows.Order())
        {
            set.Add(row);
        }

        return set;
    }
}
