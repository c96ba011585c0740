using PianoZona.Allocation;
using PianoZona.Contracts;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Allocations;

/// <summary>Who gets what.</summary>
/// <param name="IsCompared">Whether last year is asked for.</param>
/// <param name="Labels">What the parts of a share come from.</param>
/// <param name="Lines">The shares.</param>
/// <param name="Totals">Their sums.</param>
/// <param name="Total">What is divided.</param>
public sealed record SharesView(
    bool IsCompared, IReadOnlyList<string> Labels, IReadOnlyList<ShareLine> Lines, ShareTotals Totals, Money Total)
{
    /// <summary>What the shares add up to.</summary>
    public Money Sum => Totals.Amount ?? Money.Zero;

    /// <summary>The shares of a result.</summary>
    internal static SharesView Of(BodyNames names, AllocationResult result)
    {
        string[] labels =
            [.. result.Shares.SelectMany(share => share.Parts).Select(LabelOf).Distinct(StringComparer.Ordinal)];
        ShareLine[] lines = [.. result.Shares.Select(share => LineOf(names, share, labels))];
        return new SharesView(result.IsCompared, labels, lines, TotalsOf(lines, labels.Length), result.Total);
    }

    private static ShareLine LineOf(BodyNames names, Share share, string[] labels)
    {
        ILookup<string, Money?> parts =
            share.Parts.ToLookup(LabelOf, part => (Money?)part.Amount, StringComparer.Ordinal);
        return new ShareLine(
            names.Of(share.Code, share.Name), share.Amount, share.Difference, share.DifferencePercent, share.Previous,
            [.. labels.Select(label => parts[label].SumOrMissing())]);
    }

    private static ShareTotals TotalsOf(ShareLine[] lines, int parts) => new(
        lines.Select(line => line.Amount).SumOrMissing(), lines.Select(line => line.Difference).SumIfAllKnown(),
        lines.Select(line => line.Previous).SumIfAllKnown(),
        [.. Enumerable.Range(0, parts).Select(part => lines.Select(line => line.Parts[part]).SumOrMissing())]);

    private static string LabelOf(SharePart part) =>
        part.Line is { } line ? $"{line}: {part.Indicator}" : part.Indicator;
}

/// <param name="Body">Whose it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Difference">From last year; missing when that is not known.</param>
/// <param name="Percent">The same in percent.</param>
/// <param name="Previous">Last year; missing when not known.</param>
/// <param name="Parts">What it comes from, by label; missing = no part of it.</param>
public sealed record ShareLine(
    NamedBody Body, Money? Amount, Money? Difference, decimal? Percent, Money? Previous, IReadOnlyList<Money?> Parts);

/// <summary>Sums of shares.</summary>
/// <param name="Amount">Of the shares.</param>
/// <param name="Difference">From last year; missing when that is not known of all.</param>
/// <param name="Previous">Last year; missing when not known of all.</param>
/// <param name="Parts">What they come from, by label.</param>
public sealed record ShareTotals(Money? Amount, Money? Difference, Money? Previous, IReadOnlyList<Money?> Parts);
