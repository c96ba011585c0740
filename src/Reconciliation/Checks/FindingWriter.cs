using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reconciliation.Checks;

/// <summary>Puts findings into the words of their rules.</summary>
internal sealed class FindingWriter(Ambito ambito)
{
    /// <summary>In place of an amount that nobody told: to a finding's key it is a figure like any other.</summary>
    public const string NotTold = "non comunicato";

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>A ratio as people read it: <c>42,38%</c>.</summary>
    public static string Percent(decimal ratio) => Math.Round(ratio * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.00", Italian) + "%";

    /// <summary>A difference as people read it: <c>250,05 € in più</c>.</summary>
    public static string MoreOrLess(Money difference) => $"{difference.Abs().ToItalian()} € in {(difference > Money.Zero ? "più" : "meno")}";

    /// <summary>An amount as people read it, or that nobody told it.</summary>
    public static string Told(Money? amount) => amount is { } known ? $"{known.ToItalian()} €" : NotTold;

    /// <summary>How long a period has been closed, to end a sentence; nothing while it runs.</summary>
    public static string ClosedFor(int days) =>
        days <= 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; periodo chiuso da {days} {(days == 1 ? "giorno" : "giorni")}");

    /// <summary>A finding; fund, year and body are filled into its text here.</summary>
    public Discrepancy Write(Finding finding, params ReadOnlySpan<(string, string)> places)
    {
        string text = Rule.Fill(
            RuleCatalogue.Of(finding.Code).Message,
            [
                ("fondo", finding.Fund?.Fund ?? string.Empty),
                ("annualita", finding.Fund?.Year.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
                ("ente", NameOf(finding.Body)),
                .. places,
            ]);
        return new Discrepancy(
            finding.Code, finding.Severity, finding.Fund, finding.Fund?.Year, finding.Body, finding.Declared, finding.Computed,
            finding.Declared - finding.Computed, text, finding.Evidence);
    }

    /// <summary>How a body is called.</summary>
    public string NameOf(string? body) => body is null ? "Ambito" : ambito.FindSender(body) is { } sender ? $"{sender.Name} ({body})" : body;
}

/// <summary>A finding before it is put into words.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Fund">Fund and year; null when it is about several.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Declared">What was declared.</param>
/// <param name="Computed">What it should be; missing when it is not known.</param>
/// <param name="Evidence">The rows it stands on.</param>
internal sealed record Finding(
    string Code, Severity Severity, FundKey? Fund, string? Body, Money? Declared, Money? Computed, IReadOnlyList<Evidence> Evidence);
