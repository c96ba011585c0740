using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>The money gate: no input changes its magnitude silently.</summary>
public sealed class NumberGateTests
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    // Every documented way to write an amount, with the amounts that can be written so.
    private static readonly (string Name, Func<long, bool> Fits, Func<long, string> Write)[] Styles =
    [
        ("1.234,56", _ => true, cents => (cents / 100m).ToString("N2", Italian)),
        ("1234,56", _ => true, cents => (cents / 100m).ToString("0.00", Italian)),
        ("25944,8", cents => cents % 10 == 0, cents => (cents / 100m).ToString("0.0", Italian)),
        ("€ 1.234,56", _ => true, cents => "€ " + (cents / 100m).ToString("N2", Italian)),
        ("1.234,56 €", _ => true, cents => (cents / 100m).ToString("N2", Italian) + " €"),
        ("3.300.000€", cents => cents % 100 == 0, cents => (cents / 100m).ToString("N0", Italian) + "€"),
        (
            "149.234",
            cents => cents % 100 == 0 && cents is >= 100_000 and < 100_000_000,
            cents => (cents / 100m).ToString("N0", Italian)),
        ("1234", cents => cents % 100 == 0, cents => (cents / 100m).ToString("0", CultureInfo.InvariantCulture)),
        ("6.57", _ => true, cents => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)),
        ("6.5", cents => cents % 10 == 0, cents => (cents / 100m).ToString("0.0", CultureInfo.InvariantCulture)),
    ];

    private static Gen<long> Amounts => Gen.OneOf(
        Gen.Choose(0, 100_000_000).Select(cents => (long)cents),
        Gen.Choose(0, 5_000_000).Select(euro => euro * 100L),
        Gen.Choose(0, 1_000_000).Select(tenths => tenths * 10L));

    [Fact]
    public void Read_AnyMixOfStyles_TrueMagnitudeOrRefused()
    {
        Gen<(long Cents, string Text)> cell =
            from cents in Amounts
            from style in Gen.Elements(Styles.Where(style => style.Fits(cents)).ToArray())
            select (cents, style.Write(cents));

        Prop.ForAll(
                cell.NonEmptyListOf().ToArbitrary(),
                cells =>
                {
                    (ValidationResult result, Check.AcceptedCells accepted) = Read([.. cells.Select(one => one.Text)]);
                    return result.Outcome == Outcome.Refused
                        || cells
                            .Select(one => one.Cents)
                            .SequenceEqual(accepted.Rows.Select(row => row.Cells["importo"].Number));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    // Even in a refused file no value that was read is another one.
    [Fact]
    public void Read_AnyMixOfStyles_NoAcceptedRowHasAnotherValue()
    {
        Gen<(long Cents, string Text)> cell =
            from cents in Amounts
            from style in Gen.Elements(Styles.Where(style => style.Fits(cents)).ToArray())
            select (cents, style.Write(cents));

        Prop.ForAll(cell.ListOf().ToArbitrary(), cells =>
        {
            (_, Check.AcceptedCells accepted) = Read([.. cells.Select(one => one.Text)]);
            return accepted.Rows.TrueForAll(row => row.Cells["importo"].Number == cells[row.Row - 2].Cents);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void Read_OneStyleThroughout_AlwaysAccepted()
    {
        Gen<(string Style, long[] Cents)> column =
            from style in Gen.Elements(Styles)
            from cents in Amounts.Where(style.Fits).NonEmptyListOf()
            select (style.Name, cents.ToArray());

        Prop.ForAll(
                column.ToArbitrary(),
                sample =>
                {
                    Func<long, string> write = Styles
                        .Single(style => string.Equals(style.Name, sample.Style, StringComparison.Ordinal))
                        .Write;
                    (ValidationResult result, Check.AcceptedCells accepted) = Read([.. sample.Cents.Select(write)]);
                    return result.Outcome != Outcome.Refused
                        && sample.Cents.SequenceEqual(accepted.Rows.Select(row => row.Cells["importo"].Number));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("12.50", "1.234,56", "PZ3003@E2", "12,50", "1.250")]
    [InlineData("12.50", "3.300.000", "PZ3003@E2", "12,50", "1.250")]
    [InlineData("1.500", "6.57", "PZ3003@E2,PZ3004@E3", "1,500", "1500")]
    public void Read_AgainstTheColumn_BothReadingsShown(
        string first, string second, string codes, string oneReading, string otherReading)
    {
        (ValidationResult result, _) = Read([first, second]);

        Assert.Equal(codes, string.Join(',', result.Codes()));
        Assert.Contains(oneReading, result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains(otherReading, result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(first, result.Problems[0].Value);
    }

    [Theory]
    [InlineData("6.57", "12.5", "1", 657, 1250, 100)]
    [InlineData("149.234", "1.500", "7", 14_923_400, 150_000, 700)]
    public void Read_OnlyPoints_ReadAlikeWithOneWarningForTheColumn(
        string a, string b, string c, long first, long second, long third)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Read([a, b, c]);

        Assert.Equal(["PZ3004@E2"], result.Codes());
        Assert.Contains("2", result.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(new RowCounts(3, 3, 1, 0), result.Rows);
        Assert.Equal([first, second, third], accepted.Rows.Select(row => row.Cells["importo"].Number));
    }

    [Fact]
    public void Read_UnusualAndOutOfRange_TheWarningDoesNotHideTheError()
    {
        (ValidationResult result, _) = Read(["-12.50", "3.5"]);

        Assert.Equal(["PZ3004@E2", "PZ3008@E2"], result.Codes());
        Assert.Equal(Outcome.Refused, result.Outcome);
    }

    [Fact]
    public void Read_HugeNumber_RefusedBeforeSumsOverflow()
    {
        (ValidationResult result, _) = Read([.. Enumerable.Repeat("9223372036854775", 3)]);

        Assert.Equal(["PZ3008@E2", "PZ3008@E3", "PZ3008@E4"], result.Codes());
    }

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Read(string[] amounts) =>
        Check.File(
            SpesaSociale.Schema,
            "2021",
            SpesaHeader,
            amounts.Select((amount, i) => FormattableString.Invariant($"019021|2021|ANZIANI|voce {i}|{amount}|1")));
}
