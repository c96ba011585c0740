namespace PianoZona.Contracts.Receipts;

/// <summary>
/// What was expected in place of a value: a kind, a range or a list, and an example only as an example.
/// </summary>
public static class Expectation
{
    private const string Form = "non ha la forma attesa: ";
    private const string Needs = "serve ";
    private const string Allowed = "Valori ammessi: ";

    // Of more of them the nearest helps more: all are beside it, under how to correct it.
    private const int LongestList = 9;

    // Rules whose receipts hold an example alone: their bytes are those of their time, the words are of the page.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["PZ3006"] = "una data che esiste, con l'anno di quattro cifre",
        ["PZ3012"] = "un CUP di 15 caratteri",
        ["PZ3013"] = "un CIG di 10 caratteri",
    };

    /// <summary>In words; null when it cannot be said.</summary>
    public static string? Of(Problem problem) => problem switch
    {
        { Code: "PZ3007" } when After(problem.Fix, Allowed) is { } list && list.Split(", ").Length <= LongestList =>
            $"uno di questi: {list}",
        { Expected: null } => null,
        { Code: "PZ3009", Severity: Severity.Error } when After(problem.Message, Form) is { } form =>
            WithExample(
                form.StartsWith(Needs, StringComparison.Ordinal) ? form[Needs.Length..] : form, problem.Expected),
        _ => Kinds.TryGetValue(problem.Code, out string? kind) ? WithExample(kind, problem.Expected) : problem.Expected,
    };

    // To the full stop that ends the text.
    private static string? After(string text, string words)
    {
        int at = text.LastIndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : text[(at + words.Length)..].TrimEnd('.');
    }

    private static string WithExample(string kind, string example) =>
        kind.Contains(example, StringComparison.Ordinal) ? kind : $"{kind}, per esempio {example}";
}
