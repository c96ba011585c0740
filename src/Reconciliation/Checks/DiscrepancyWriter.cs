using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks;

/// <summary>Puts discrepancies into the words of their rules.</summary>
internal sealed class DiscrepancyWriter(Ambito ambito)
{
    /// <summary>In place of an amount that nobody told: to a discrepancy's key it is a figure like any other.</summary>
    public const string NotTold = "non comunicato";

    /// <summary>A ratio as people read it: <c>42,38%</c>.</summary>
    public static string Percent(decimal ratio) =>
        Math.Round(ratio * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.00", Italian.Culture) + "%";

    /// <summary>A difference as people read it: <c>250,05 € in più</c>.</summary>
    public static string MoreOrLess(Money difference) =>
        $"{difference.Abs().ToItalian()} € in {(difference > Money.Zero ? "più" : "meno")}";

    /// <summary>An amount as people read it, or that nobody told it.</summary>
    public static string Told(Money? amount) => amount is { } known ? $"{known.ToItalian()} €" : NotTold;

    /// <summary>How long a period has been closed, to end a sentence; nothing while it runs.</summary>
    public static string ClosedFor(int days) =>
        days <= 0
            ? string.Empty
            : string.Create(
                CultureInfo.InvariantCulture, $"; periodo chiuso da {days} {(days == 1 ? "giorno" : "giorni")}");

    /// <summary>A discrepancy; fund, year and body are filled into its text here.</summary>
    public Discrepancy Write(DiscrepancyFacts facts, params ReadOnlySpan<(string, string)> places)
    {
        string text = Rule.Fill(
            RuleCatalogue.Of(facts.Code).Message,
            [
                ("fondo", facts.Fund?.Fund ?? string.Empty),
                ("annualita", facts.Fund?.Year.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
                ("ente", NameOf(facts.Body)),
                .. places,
            ]);
        return new Discrepancy(
            facts.Code, facts.Severity, facts.Fund, facts.Fund?.Year, facts.Body, facts.Declared, facts.Computed,
            facts.Declared - facts.Computed, text, facts.Evidence);
    }

    /// <summary>How a body is called.</summary>
    public string NameOf(string? body) =>
        body is null ? "Ambito"
        : ambito.FindSender(body) is { } sender ? $"{sender.Name} ({body})"
        : body;
}

/// <summary>A discrepancy before it is put into words.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Fund">Fund and year; null when it is about several.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Declared">What was declared.</param>
/// <param name="Computed">What it should be; missing when it is not known.</param>
/// <param name="Evidence">The rows it stands on.</param>
internal sealed record DiscrepancyFacts(
    string Code,
    Severity Severity,
    FundKey? Fund,
    string? Body,
    Money? Declared,
    Money? Computed,
    IReadOnlyList<Evidence> Evidence);
