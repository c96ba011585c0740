using System.Globalization;

namespace PianoZona.Contracts.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025", PeriodKinds.Year, "2025-01-01", "2025-12-31")]
    [InlineData("2025-S1", PeriodKinds.HalfYear, "2025-01-01", "2025-06-30")]
    [InlineData("2025-S2", PeriodKinds.HalfYear, "2025-07-01", "2025-12-31")]
    [InlineData("2025-T1", PeriodKinds.Quarter, "2025-01-01", "2025-03-31")]
    [InlineData("2025-T3", PeriodKinds.Quarter, "2025-07-01", "2025-09-30")]
    [InlineData("2025-T4", PeriodKinds.Quarter, "2025-10-01", "2025-12-31")]
    [InlineData("2024-02", PeriodKinds.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2025-09", PeriodKinds.Month, "2025-09-01", "2025-09-30")]
    [InlineData("2025-09-14", PeriodKinds.Date, "2025-09-14", "2025-09-14")]
    [InlineData("2000", PeriodKinds.Year, "2000-01-01", "2000-12-31")]
    [InlineData("2099-12-31", PeriodKinds.Date, "2099-12-31", "2099-12-31")]
    public void TryParse_Period_HasKindAndDays(string text, PeriodKinds kind, string first, string last)
    {
        Assert.True(Period.TryParse(text, out Period? period));
        Assert.Equal((text, kind), (period.Text, period.Kind));
        Assert.Equal(
            $"{first} {last}", string.Create(CultureInfo.InvariantCulture, $"{period.First:O} {period.Last:O}"));
        Assert.Equal(period, Period.Parse(period.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("1999")]
    [InlineData("2100")]
    [InlineData("2025-S0")]
    [InlineData("2025-S3")]
    [InlineData("2025-s1")]
    [InlineData("2025-T5")]
    [InlineData("2025-Q1")]
    [InlineData("2025-0")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-1 ")]
    [InlineData("2025-02-30")]
    [InlineData("2025-9-14")]
    [InlineData("2025/09")]
    [InlineData("+025")]
    [InlineData("٢٠٢٥")]
    public void TryParse_AnythingElse_IsNoPeriod(string text)
    {
        Assert.False(Period.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Period.Parse(text));
    }
}
