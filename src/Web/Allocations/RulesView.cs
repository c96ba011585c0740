using System.Globalization;
using PianoZona.Allocation;
using PianoZona.Contracts;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Allocations;

/// <summary>The rules of a riparto, in words.</summary>
/// <param name="Method">How cents are rounded.</param>
/// <param name="Lines">What is divided by what.</param>
/// <param name="Bases">Where the indicators come from.</param>
/// <param name="WithoutShare">Who gets nothing.</param>
/// <param name="Gone">Who had a share last year and is not in the plan.</param>
public sealed record RulesView(
    string? Method, IReadOnlyList<string> Lines, IReadOnlyList<string> Bases, IReadOnlyList<WithoutShare> WithoutShare,
    IReadOnlyList<GoneBody> Gone)
{
    /// <summary>The rules of a result.</summary>
    internal static RulesView Of(BodyNames names, AllocationResult result) => new(
        result.Method.Length == 0 ? null : result.Method,
        [.. result.Lines.Select(LineOf)],
        [.. result.IndicatorBases.Select(BasisOf)],
        [.. result.WithoutShare.Select(none => new WithoutShare(names.Of(none.Code, none.Name), none.Reason))],
        [.. result.Gone.Select(gone => new GoneBody(names.Of(gone.Code), gone.Previous))]);

    private static string LineOf(LineAmount line)
    {
        string name = line.Line is { } known ? $"Linea «{known}»" : "Da dividere";
        string[] criteria = [.. line.Criteria.Select(CriterionOf)];
        string rule = line.Rule is { } words ? $" ({words})" : string.Empty;
        return $"{name}: {line.Amount.ToItalian()} €{rule}"
            + (criteria.Length == 0 ? "." : $", in proporzione a {string.Join("; ", criteria)}.");
    }

    private static string BasisOf(IndicatorBase basis) =>
        $"Base di «{basis.Indicator}»: {string.Join(", ", Known(basis))}.";

    private static string CriterionOf(Criterion criterion)
    {
        string index = criterion.Index is { } by ? $" × {by}" : string.Empty;
        return $"{criterion.Indicator}{index} (peso {ItalianText.Weight(criterion.Weight)})";
    }

    private static IEnumerable<string> Known(IndicatorBase basis) => new[]
    {
        basis.Year?.ToString(CultureInfo.InvariantCulture),
        basis.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        basis.Source,
    }.OfType<string>();
}

/// <summary>Who gets nothing.</summary>
/// <param name="Reason">Why.</param>
public sealed record WithoutShare(NamedBody Body, string? Reason);

/// <summary>Who had a share last year and is not in the plan.</summary>
/// <param name="Previous">What it had.</param>
public sealed record GoneBody(NamedBody Body, Money? Previous);
