using FsCheck;
using FsCheck.Fluent;

namespace PianoZona.Contracts.Tests;

public sealed class RowSetTests
{
    private static readonly Arbitrary<int[]> Rows =
        Gen.Choose(1, 60).ListOf().Select(rows => rows.Order().ToArray()).ToArbitrary();

    [Fact]
    public void Parse_WhatToStringWrote_IsTheSameRows() =>
        Prop.ForAll(Rows, rows =>
        {
            RowSet set = Of(rows);
            RowSet read = RowSet.Parse(set.ToString());
            return read.Ranges.SequenceEqual(set.Ranges) && read.Count == set.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_RowsInOrder_HoldsEachOnceInSeparateRanges() =>
        Prop.ForAll(
                Rows,
                rows =>
                {
                    RowSet set = Of(rows);
                    IEnumerable<int> held = set.Ranges.SelectMany(range =>
                        Enumerable.Range(range.First, range.Last - range.First + 1));
                    return held.SequenceEqual(rows.Distinct())
                        && set.Count == rows.Distinct().Count()
                        && set.Ranges.Zip(set.Ranges.Skip(1)).All(pair => pair.Second.First > pair.First.Last + 1);
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void ToString_NeighboursAndSingles_AreRanges() =>
        Assert.Equal("2-4,7,9-10", Of([2, 3, 4, 7, 9, 10]).ToString());

    [Fact]
    public void Add_EarlierRow_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Of([5, 3]));

    [Theory]
    [InlineData("x")]
    [InlineData("5-2")]
    [InlineData("2-3-4")]
    [InlineData("2-")]
    [InlineData("-2")]
    [InlineData("7,3")]
    [InlineData("2-5,5")]
    [InlineData("99999999999")]
    public void Parse_AnyOtherForm_IsRefused(string text) => Assert.Throws<FormatException>(() => RowSet.Parse(text));

    private static RowSet Of(int[] rows)
    {
        RowSet set = new();
        foreach (int row in rows)
        {
            set.Add(row);
        }

        return set;
    }
}
