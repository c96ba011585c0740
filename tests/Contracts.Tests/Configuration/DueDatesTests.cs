using System.Globalization;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Contracts.Tests.Configuration;

public sealed class DueDatesTests
{
    public static TheoryData<DueRule, string, string?> Cases => new()
    {
        { new DueRule.Once(new DateOnly(2026, 6, 30)), "2025", "2026-06-30" },
        { new DueRule.Once(new DateOnly(2026, 6, 30)), "2025-T1", "2026-06-30" },
        { new DueRule.Yearly(6, 30, 1), "2020", "2021-06-30" },
        { new DueRule.Yearly(3, 31, 0), "2020", "2020-03-31" },
        { new DueRule.Yearly(2, 29, 1), "2022", "2023-02-28" },
        { new DueRule.Yearly(2, 29, 1), "2023", "2024-02-29" },
        { new DueRule.Yearly(6, 30, 1), "2020-T1", null },
        { new DueRule.EndOfMonth(2, 1), "2022", "2023-02-28" },
        { new DueRule.EndOfMonth(2, 1), "2023", "2024-02-29" },
        { new DueRule.EndOfMonth(2, 0), "2000", "2000-02-29" },
        { new DueRule.EndOfMonth(4, 0), "2021", "2021-04-30" },
        { new DueRule.EndOfMonth(12, 0), "2021-S1", null },
        { new DueRule.Monthly(10, 1), "2021-11", "2021-12-10" },
        { new DueRule.Monthly(10, 1), "2021-12", "2022-01-10" },
        { new DueRule.Monthly(31, 1), "2023-01", "2023-02-28" },
        { new DueRule.Monthly(31, 1), "2024-01", "2024-02-29" },
        { new DueRule.Monthly(31, 0), "2024-04", "2024-04-30" },
        { new DueRule.Monthly(10, 1), "2021", null },
        { new DueRule.Quarterly(20, 1), "2021-T1", "2021-04-20" },
        { new DueRule.Quarterly(20, 1), "2021-T4", "2022-01-20" },
        { new DueRule.Quarterly(31, 2), "2023-T4", "2024-02-29" },
        { new DueRule.Quarterly(20, 1), "2021-04", null },
        { new DueRule.HalfYearly(7, 31, 1, 31), "2021-S1", "2021-07-31" },
        { new DueRule.HalfYearly(7, 31, 1, 31), "2021-S2", "2022-01-31" },
        { new DueRule.HalfYearly(6, 30, 12, 31), "2021-S2", "2021-12-31" },
        { new DueRule.HalfYearly(7, 31, 2, 29), "2022-S2", "2023-02-28" },
        { new DueRule.HalfYearly(7, 31, 1, 31), "2021", null },
        { new DueRule.DaysAfterEvent(10), "2021-09-14", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void For_RuleAndPeriod_GivesTheDay(DueRule rule, string period, string? expected) =>
        Assert.Equal(
            expected, rule.On(Period.Parse(period))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Between_EveryForm_GivesTheDaysOfTheStretchOnly()
    {
        DateOnly first = new(2026, 1, 1);
        DateOnly last = new(2026, 7, 31);

        Assert.Equal(["2025 2026-06-30"], Between(new DueRule.Yearly(6, 30, 1), 2021), StringComparer.Ordinal);
        Assert.Equal([], Between(new DueRule.Yearly(6, 30, 1), 2026), StringComparer.Ordinal);
        Assert.Equal(["2025 2026-02-28"], Between(new DueRule.EndOfMonth(2, 1), null), StringComparer.Ordinal);
        Assert.Equal(
            ["2025-S2 2026-01-31", "2026-S1 2026-07-31"],
            Between(new DueRule.HalfYearly(7, 31, 1, 31), null),
            StringComparer.Ordinal);
        Assert.Equal(
            ["2025-T4 2026-01-20", "2026-T1 2026-04-20", "2026-T2 2026-07-20"],
            Between(new DueRule.Quarterly(20, 1), null),
            StringComparer.Ordinal);
        Assert.Equal(7, Between(new DueRule.Monthly(10, 24), null).Count);
        Assert.Equal(
            ["2024 2026-06-30"], Between(new DueRule.Once(new DateOnly(2026, 6, 30)), 2024), StringComparer.Ordinal);
        Assert.Equal(
            ["2026 2026-06-30"], Between(new DueRule.Once(new DateOnly(2026, 6, 30)), null), StringComparer.Ordinal);
        Assert.Equal([], Between(new DueRule.Once(new DateOnly(2026, 8, 1)), null), StringComparer.Ordinal);
        Assert.Equal([], Between(new DueRule.DaysAfterEvent(10), null), StringComparer.Ordinal);

        List<string> Between(DueRule rule, int? from) => Days(rule, from, null, first, last);
    }

    [Theory]
    [InlineData(2025, "2025-10 2025-11 2025-12")]
    [InlineData(2024, "")]
    [InlineData(null, "2025-10 2025-11 2025-12 2026-01")]
    public void Between_WithALastYear_EndsWithIt(int? to, string expected) => Assert.Equal(
        expected,
        string.Join(
            ' ',
            Days(new DueRule.Monthly(10, 1), null, to, new DateOnly(2025, 11, 1), new DateOnly(2026, 2, 28))
                .Select(one => one[..7])));

    private static List<string> Days(DueRule rule, int? from, int? to, DateOnly first, DateOnly last) =>
        [.. DueDates.Between(rule, from, to, first, last).Select(one =>
            string.Create(CultureInfo.InvariantCulture, $"{one.Period} {one.Due:yyyy-MM-dd}"))];
}
