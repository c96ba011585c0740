using FsCheck;
using FsCheck.Fluent;

namespace PianoZona.Contracts.Tests;

public sealed class MoneyTests
{
    private static readonly Arbitrary<long> Cents = Gen.OneOf(
        ArbMap.Default.GeneratorFor<long>(),
        Gen.Choose(-100_000, 100_000).Select(cents => (long)cents),
        Gen.Elements(0L, long.MaxValue, long.MinValue + 1)).ToArbitrary();

    [Fact]
    public void Parse_WhatToStringWrote_IsTheSameAmount() =>
        Prop.ForAll(Cents, cents => Money.Parse(new Money(cents).ToString()).Cents == cents).QuickCheckThrowOnFailure();

    [Fact]
    public void FromEuro_OfEuro_IsTheSameAmount() =>
        Prop.ForAll(Cents, cents => Money.FromEuro(new Money(cents).Euro).Cents == cents).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_TwoAmounts_IsTheOrderOfTheirCents() =>
        Prop.ForAll(Cents, Cents, (left, right) =>
            Math.Sign(new Money(left).CompareTo(new Money(right))) == Math.Sign(left.CompareTo(right))
            && new Money(left) > new Money(right) == left > right
            && new Money(left) <= new Money(right) == left <= right).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1234.56", 123456)]
    [InlineData("0", 0)]
    [InlineData("-0.05", -5)]
    [InlineData("6.5", 650)]
    [InlineData("7.100", 710)]
    public void Parse_FormBetweenPrograms_IsRead(string text, long cents) =>
        Assert.Equal(cents, Money.Parse(text).Cents);

    [Theory]
    [InlineData("")]
    [InlineData("1.234,56")]
    [InlineData("1,234.56")]
    [InlineData("6.575")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("92233720368547758.08")]
    [InlineData("79228162514264337593543950336")]
    public void Parse_AnyOtherForm_IsRefused(string text) => Assert.Throws<FormatException>(() => Money.Parse(text));

    [Fact]
    public void FromEuro_MoreThanTwoDecimals_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Money.FromEuro(6.575m));

    [Fact]
    public void Add_BeyondTheLargestAmount_Throws() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));

    [Fact]
    public void ToItalian_Thousands_HaveDotsAndComma() =>
        Assert.Equal("-1.234.567,80", new Money(-123456780).ToItalian());

    [Fact]
    public void SumOrMissing_NothingKnown_HasNoValue() => Assert.Null(new Money?[] { null, null }.SumOrMissing());

    [Fact]
    public void SumOrMissing_SomeKnown_IsTheirSum() =>
        Assert.Equal(new Money(3), new Money?[] { null, new Money(1), null, new Money(2) }.SumOrMissing());

    [Fact]
    public void SumOrMissing_ZeroKnown_IsZero() =>
        Assert.Equal(Money.Zero, new Money?[] { Money.Zero, null }.SumOrMissing());
}
