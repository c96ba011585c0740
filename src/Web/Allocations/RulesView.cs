using Newtonsoft.Json.Linq;
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
    internal static RulesView Of(BodyNames names, JObject result) => new(
        result.Text("method"),
        [.. result.List("lines").Select(LineOf)],
        [.. result.List("bases").Select(BasisOf)],
        [
            .. result.List("withoutShare").Select(none =>
                new WithoutShare(names.Of(none.Text("code")!, none.Text("name")), none.Text("reason"))),
        ],
        [.. result.List("gone").Select(gone => new GoneBody(names.Of(gone.Text("code")!), gone.Euro("previous")))]);

    private static string LineOf(JToken line)
    {
        string name = line.Text("line") is { } known ? $"Linea «{known}»" : "Da dividere";
        string[] criteria = [.. line.List("criteria").Select(CriterionOf)];
        string rule = line.Text("rule") is { } words ? $" ({words})" : string.Empty;
        return $"{name}: {line.Euro("amount")?.ToItalian()} €{rule}"
            + (criteria.Length == 0 ? "." : $", in proporzione a {string.Join("; ", criteria)}.");
    }

    private static string BasisOf(JToken basis) =>
        $"Base di «{basis.Text("indicator")}»: {string.Join(", ", Known(basis))}.";

    private static string CriterionOf(JToken criterion)
    {
        string index = criterion.Text("index") is { } by ? $" × {by}" : string.Empty;
        return $"{criterion.Text("indicator")}{index} (peso {ItalianText.Weight((decimal)criterion["weight"]!)})";
    }

    private static IEnumerable<string> Known(JToken basis) =>
        new[] { basis.Text("year"), basis.Text("date"), basis.Text("source") }.OfType<string>();
}

/// <summary>Who gets nothing.</summary>
/// <param name="Body">The body.</param>
/// <param name="Reason">Why.</param>
public sealed record WithoutShare(NamedBody Body, string? Reason);

/// <summary>Who had a share last year and is not in the plan.</summary>
/// <param name="Body">The body.</param>
/// <param name="Previous">What it had.</param>
public sealed record GoneBody(NamedBody Body, Money? Previous);
