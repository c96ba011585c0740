using System.Globalization;
using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The pages of docs/rules, made from the catalogue.</summary>
internal static class RulePage
{
    /// <summary>The folder, from the root.</summary>
    public const string Folder = "docs/rules";

    /// <summary>The page of a rule.</summary>
    public static string Of(Rule rule)
    {
        string note =
            rule.Message.Contains('{', StringComparison.Ordinal) || rule.Fix.Contains('{', StringComparison.Ordinal)
                ? "\n\nAl posto delle parole fra parentesi graffe l'esito riporta i valori del caso."
                : string.Empty;
        return $"""
            # {rule.Code} · {rule.Title}

            **Gravità**: {ReceiptWords.Of(rule.Severity)}

            ## Che cosa significa

            {rule.Explanation}

            ## Esempio

            {Example(rule)}

            ## Messaggio

            > {rule.Message}{note}

            ## Come correggere

            {rule.Fix}

            ## Fonte

            {SpecificationReference.Linked(rule.Source, "../specifica")}

            """.ReplaceLineEndings("\n");
    }

    private static string Example(Rule rule)
    {
        RuleExample example = rule.Example!;
        string where = example.Column is { } column ? $" (colonna `{column.Name}`)" : string.Empty;
        return $"""
            - Non va bene{where}: {example.Wrong}
            - Va bene: {example.Right}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The list of all pages.</summary>
    public static string Index()
    {
        StringBuilder text = new(
            "# Regole\n\nUna pagina per ogni codice che può comparire in un esito (PZ) o negli scarti (RIC).\n\n");
        text.Append("| Codice | Titolo | Gravità |\n|---|---|---|\n");
        foreach (Rule rule in RuleCatalogue.All)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{rule.Code}]({rule.Code}.md) | {rule.Title} | {ReceiptWords.Of(rule.Severity)} |\n");
        }

        return text.ToString();
    }
}
