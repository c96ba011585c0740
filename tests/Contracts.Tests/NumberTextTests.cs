using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Reading;

namespace PianoZona.Contracts.Tests;

public sealed class NumberTextTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2000);
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    // Around the figure, as documents write it: {0} is the figure.
    private static readonly string[] Frames =
    [
        "{0}",
        " {0} ",
        "€ {0}",
        "€{0}",
        "{0} €",
        "{0}€",
        "Euro {0}",
        "EUR {0}",
        "{0} euro",
        "\u00a0{0}\u00a0€",
        "\u202f€\u00a0{0}",
    ];

    [Theory]
    [InlineData("", NumberShape.Missing)]
    [InlineData("   ", NumberShape.Missing)]
    [InlineData("-", NumberShape.Missing)]
    [InlineData(" – ", NumberShape.Missing)]
    [InlineData("—", NumberShape.Missing)]
    [InlineData("€ -", NumberShape.Missing)]
    [InlineData("- €", NumberShape.Missing)]
    [InlineData("0", NumberShape.Digits)]
    [InlineData("250000", NumberShape.Digits)]
    [InlineData("€ 250000", NumberShape.Digits)]
    [InlineData("007", NumberShape.Digits)]
    [InlineData("1.234,56", NumberShape.DecimalComma)]
    [InlineData("1234,56", NumberShape.DecimalComma)]
    [InlineData("€ 1.234,56", NumberShape.DecimalComma)]
    [InlineData("1.234,56 €", NumberShape.DecimalComma)]
    [InlineData("-1.234,56", NumberShape.DecimalComma)]
    [InlineData("−1.234,56", NumberShape.DecimalComma)]
    [InlineData("€ -1.234,56", NumberShape.DecimalComma)]
    [InlineData("-€ 1.234,56", NumberShape.DecimalComma)]
    [InlineData("+5,0", NumberShape.DecimalComma)]
    [InlineData("25944,8", NumberShape.DecimalComma)]
    [InlineData("05,95", NumberShape.DecimalComma)]
    [InlineData("Euro 4.000,00", NumberShape.DecimalComma)]
    [InlineData("100.000.000,00", NumberShape.DecimalComma)]
    [InlineData("3.300.000€", NumberShape.SeveralGroups)]
    [InlineData("€ 1.550.000", NumberShape.SeveralGroups)]
    [InlineData("51.660.000", NumberShape.SeveralGroups)]
    [InlineData("149.234", NumberShape.OneGroup)]
    [InlineData("329.000 €", NumberShape.OneGroup)]
    [InlineData("1.500", NumberShape.OneGroup)]
    [InlineData("6.57", NumberShape.DotDecimals)]
    [InlineData("12.5", NumberShape.DotDecimals)]
    [InlineData("1234.56", NumberShape.DotDecimals)]
    [InlineData("0.50", NumberShape.DotDecimals)]
    [InlineData("€ 568.781 € 0", NumberShape.TwoValues)]
    [InlineData("926.442,60 € + 141.771,53 €", NumberShape.TwoValues)]
    [InlineData("10,00 20,00", NumberShape.TwoValues)]
    public void Classify_DocumentedStyles_GivesTheShape(string text, NumberShape expected) =>
        Assert.Equal(expected, NumberText.Classify(text));

    [Theory]
    [InlineData("3 11.920,00")]
    [InlineData("n.l")]
    [InlineData("I I/2023")]
    [InlineData("N° I")]
    [InlineData("n.d.")]
    [InlineData("118 progetti")]
    [InlineData("35.000 €er la prima annualità")]
    [InlineData("circa 4.000.000€ all'anno")]
    [InlineData("Almeno 150.000€")]
    [InlineData("€ 80.000 €")]
    [InlineData("1 234,56")]
    [InlineData("1'234,56")]
    [InlineData("1,234.56")]
    [InlineData("1.23,45")]
    [InlineData("12.34.56")]
    [InlineData("0.500")]
    [InlineData("1234.567")]
    [InlineData("1.234.56")]
    [InlineData("1,2,3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.234,")]
    [InlineData("5-")]
    [InlineData("(5,00)")]
    [InlineData("41%")]
    [InlineData("1e5")]
    [InlineData("#RIF!")]
    [InlineData("=1+1")]
    [InlineData("١٢٣")]
    [InlineData("5–7")]
    [InlineData("--")]
    [InlineData("€")]
    [InlineData("euro")]
    [InlineData("+")]
    public void Classify_AnythingElse_IsNeverAGuess(string text) =>
        Assert.Equal(NumberShape.Unreadable, NumberText.Classify(text));

    [Theory]
    [InlineData("1.234,567", 2)]
    [InlineData("1,000", 2)]
    [InlineData("5,0", 0)]
    [InlineData("92.233.720.368.547.758,08", 2)]
    [InlineData("99999999999999999999", 0)]
    [InlineData("92233720368547758070", 1)]
    public void TryRead_MoreDecimalsOrDigitsThanFit_IsRefused(string text, int decimals) =>
        Assert.False(NumberText.TryRead(text, dotIsDecimal: false, decimals, out _));

    [Theory]
    [InlineData("149.234", false, 2, 14_923_400)]
    [InlineData("149.234", true, 4, 1_492_340)]
    [InlineData("6.57", true, 2, 657)]
    [InlineData("25944,8", false, 2, 2_594_480)]
    [InlineData("05,95", false, 2, 595)]
    [InlineData("€ -1.234,5", false, 2, -123_450)]
    [InlineData("0,00", false, 2, 0)]
    [InlineData("92.233.720.368.547.757,99", false, 2, 9_223_372_036_854_775_799)]
    public void TryRead_DocumentedStyles_GivesTheExactValue(string text, bool dotIsDecimal, int decimals, long expected)
    {
        Assert.True(NumberText.TryRead(text, dotIsDecimal, decimals, out long value));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void TryRead_AnyAmountInAnyDocumentedStyle_GivesItBack() =>
        Prop.ForAll(
                Amounts().ToArbitrary(),
                Gen.Choose(0, 4).ToArbitrary(),
                Gen.Elements(Frames).ToArbitrary(),
                (cents, style, frame) =>
                {
                    decimal euro = cents / 100m;
                    (string figure, bool dot) = style switch
                    {
                        0 => (euro.ToString("N2", Italian), false), // 1.234,56
                        1 => (euro.ToString("0.00", Italian), false), // 1234,56
                        2 => (euro.ToString("0.0#", Italian), false), // 1234,5
                        3 => (euro.ToString("0.00", CultureInfo.InvariantCulture), true), // 1234.56
                        _ => (decimal.Truncate(euro).ToString("N0", Italian), false), // 1.234
                    };
                    long expected = style == 4 ? cents / 100 * 100 : cents;
                    string text = string.Format(CultureInfo.InvariantCulture, frame, figure);

            NumberShape shape = NumberText.Classify(text);
            Assert.True(shape is not (NumberShape.Missing or NumberShape.TwoValues or NumberShape.Unreadable), text);
            Assert.True(NumberText.TryRead(text, dot, decimals: 2, out long value), text);
            Assert.Equal(expected, value);
        }).Check(Thorough);

    [Fact]
    public void TryReadPlain_AnyText_AgreesWithTheWholeReading() =>
        Prop.ForAll(
                Gen.Elements("1", "0", "23", "456", ",", ",", ".", " ", "-")
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                Gen.Choose(0, 4).ToArbitrary(),
                (text, decimals) =>
                {
                    bool readable =
                        NumberText.Classify(text) is NumberShape.Digits or NumberShape.DecimalComma
                        && NumberText.TryRead(text, dotIsDecimal: false, decimals, out _);
                    bool plain = text.Length is > 0 and <= 14 && text.All(c => char.IsAsciiDigit(c) || c == ',');

            Assert.Equal(readable && plain, NumberText.TryReadPlain(text, decimals, out long value));
            if (readable && plain)
            {
                Assert.True(NumberText.TryRead(text, dotIsDecimal: false, decimals, out long expected));
                Assert.Equal(expected, value);
            }
        }).Check(Thorough);

    [Fact]
    public void Classify_AnyText_ReadsDigitsInTheirOrderOrNotAtAll() =>
        Prop.ForAll(
                Gen.Elements("1", "23", "456", ".", ",", " ", "-", "€", "\u00a0", "0", "n", "/")
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text =>
                {
                    NumberShape shape = NumberText.Classify(text);
                    if (shape is NumberShape.Missing or NumberShape.TwoValues or NumberShape.Unreadable
                        || !NumberText.TryRead(text, shape == NumberShape.DotDecimals, decimals: 2, out long value))
                    {
                        return;
                    }

                    // Nothing is lost or moved: the digits of the value are those of the text, padded to two decimals.
                    string digits = string.Concat(text.Where(char.IsAsciiDigit));
                    int mark = shape switch
                    {
                        NumberShape.DecimalComma => text.Count(char.IsAsciiDigit)
                            - text[..text.IndexOf(',', StringComparison.Ordinal)].Count(char.IsAsciiDigit),
                        NumberShape.DotDecimals => text.Count(char.IsAsciiDigit)
                            - text[..text.IndexOf('.', StringComparison.Ordinal)].Count(char.IsAsciiDigit),
                        _ => 0,
                    };
                    long expected = long.Parse(
                        digits + new string('0', 2 - mark), NumberStyles.None, CultureInfo.InvariantCulture);
                    Assert.Equal(expected, Math.Abs(value));
                    Assert.Equal(text.Contains('-', StringComparison.Ordinal) && expected != 0, value < 0);
                })
            .Check(Thorough);

    private static Gen<long> Amounts() =>
        from digits in Gen.Choose(1, 15)
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from sign in Gen.Elements(-1L, 1L)
        select sign * (((long)high * int.MaxValue) + low) % (long)Math.Pow(10, digits);
}
