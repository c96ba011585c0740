using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration.Tests;

/// <summary>Rules of a fund that change with its fund year.</summary>
public sealed class RulesByYearTests
{
    private static readonly Gen<YearSpan> AnySpan =
        from length in Gen.Choose(0, 4)
        from start in Gen.Choose(2010, 2027)
        from open in Gen.Elements(0, 0, 0, 1, 2)
        select new YearSpan(open == 1 ? null : start, open == 2 ? null : start + length);

    private static readonly Gen<YearSpan[]> AnySpans = Gen.Choose(1, 4).SelectMany(count => AnySpan.ArrayOf(count));

    [Fact]
    public void Read_AnySpans_AreRefusedExactlyWhereAYearHasTwoRules() => Prop.ForAll(AnySpans.ToArbitrary(), spans =>
    {
        bool twice = Enumerable.Range(2000, 50).Any(year => spans.Count(span => span.Contains(year)) > 1);

        AmbitoReadResult result = Read(spans);

                    Assert.Equal(twice, result.Errors.Count > 0);
                    Assert.All(
                        result.Errors,
                        error => Assert.Contains("si sovrappongono", error.Message, StringComparison.Ordinal));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Of_AnyYear_GivesTheRulesThatGovernItInWhateverOrder() => Prop.ForAll(AnySpans.ToArbitrary(), spans =>
    {
        RulesByYear? rules = Read(spans).Ambito?.Funds[0].Rules;
        RulesByYear? backwards = Read([.. spans.Reverse()]).Ambito?.Funds[0].Rules;
        Assert.Equal(rules is null, backwards is null);

        foreach (int year in rules is null ? [] : Enumerable.Range(2000, 50))
        {
            YearSpan? governs = spans.FirstOrDefault(span => span.Contains(year));
            Assert.Equal(governs is null ? [] : [NameOf(governs)], rules!.Of(year).Interventions);
            Assert.Equal(rules.Of(year).Interventions, backwards!.Of(year).Interventions);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Overlaps_AnyTwoSpans_IsTrueExactlyWhereAYearIsInBoth() =>
        Prop.ForAll(
                AnySpan.Two().ToArbitrary(),
                pair =>
                {
                    (YearSpan one, YearSpan other) = pair;
                    bool shared = Enumerable.Range(2000, 50).Any(year => one.Contains(year) && other.Contains(year));

        return one.Overlaps(other) == shared && other.Overlaps(one) == shared;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{ \"interventions\": [\"A\"] }", 1990)]
    [InlineData("{ \"interventions\": [\"A\"] }", 2099)]
    [InlineData("{ \"from\": 2020, \"interventions\": [\"A\"] }", 2020)]
    public void Read_OneObject_IsARuleOfItsYears(string rules, int year) =>
        Assert.Equal(
            ["A"],
            AmbitoDocumentTests.Good(Example.With("funds[0].rules", rules)).Funds[0].Rules.Of(year).Interventions);

    [Fact]
    public void Of_YearOfNoRule_HasNone() =>
        Assert.Same(
            FundRules.None,
            AmbitoDocumentTests
                .Good(Example.With("funds[0].rules", "[ { \"from\": 2020, \"interventions\": [\"A\"] } ]"))
                .Funds[0]
                .Rules.Of(2019));

    [Theory]
    [InlineData(null, null, "sempre")]
    [InlineData(2019, null, "dal 2019")]
    [InlineData(null, 2023, "fino al 2023")]
    [InlineData(2019, 2023, "dal 2019 al 2023")]
    [InlineData(2020, 2020, "solo 2020")]
    public void InWords_Span_IsItalian(int? from, int? to, string expected) =>
        Assert.Equal(expected, new YearSpan(from, to).InWords());

    private static AmbitoReadResult Read(IEnumerable<YearSpan> spans) =>
        AmbitoDocument.Read(
            Example.With(
                "funds[0].rules",
                new JArray(
                    spans.Select(span =>
                    {
                        JObject rule = new() { ["interventions"] = new JArray(NameOf(span)) };
                        if (span.From is { } from)
                        {
                            rule["from"] = from;
                        }

        if (span.To is { } to)
        {
            rule["to"] = to;
        }

        return rule;
    })).ToString()));

    private static string NameOf(YearSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.From}-{span.To}");
}
