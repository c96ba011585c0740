using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reconciliation.Checks;

/// <summary>The figures of one fund year, and what a check needs to report on them.</summary>
internal sealed class FundFigures(Ambito ambito, FundState state, IReadOnlyList<Balance> balances)
{
    /// <summary>The whole Ambito.</summary>
    public Balance Whole => balances[0];

    /// <summary>Body by body.</summary>
    public IEnumerable<Balance> Bodies => balances.Skip(1);

    /// <summary>Whether it is the Comuni's own money: no act assigns it, and payments may be reported without commitments.</summary>
    public bool IsOwnMoney => ambito.FindFund(state.Fund.Fund)?.Level == FundLevel.Comuni;

    /// <summary>Differences up to this amount are not reported.</summary>
    public Money ToleranceOf(string flow) => ambito.SettingsOf(flow).Tolerance;

    /// <summary>Reports two amounts that do not agree.</summary>
    /// <param name="code">The rule.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="figure">Whose figures they are.</param>
    /// <param name="declared">What was declared.</param>
    /// <param name="computed">What it should be; missing when it is not known.</param>
    /// <param name="kinds">The kinds of entries that the figures stand on.</param>
    /// <param name="places">Values for the places of the rule's text; fund, year and body are filled in here.</param>
    public Discrepancy Report(
        string code, Severity severity, Balance figure, Money declared, Money? computed, EntryKind[] kinds, params ReadOnlySpan<(string, string)> places)
    {
        string text = Rule.Fill(
            RuleCatalogue.Of(code).Message,
            [
                ("fondo", state.Fund.Fund),
                ("annualita", state.Fund.Year.ToString(CultureInfo.InvariantCulture)),
                ("ente", NameOf(figure.Body)),
                .. places,
            ]);
        return new Discrepancy(
            code, severity, state.Fund, state.Fund.Year, figure.Body, declared, computed, declared - computed, text, EvidenceOf(figure.Body, kinds));
    }

    // Whose rows: all of them for the whole Ambito, else those of the body; one piece of evidence for each upload.
    private List<Evidence> EvidenceOf(string? body, EntryKind[] kinds)
    {
        List<Evidence> evidence = [];
        foreach (Contribution contribution in state.Contributions)
        {
            RowSet rows = RowSet.Union(contribution.Entries
                .Where(entry => kinds.Contains(entry.Kind) && (body is null || string.Equals(entry.Beneficiary, body, StringComparison.Ordinal)))
                .Select(entry => entry.Rows));
            if (rows.Count > 0)
            {
                evidence.Add(new Evidence(contribution.ReceiptId, rows.ToString()));
            }
        }

        return evidence;
    }

    private string NameOf(string? body) => body is null ? "Ambito" : ambito.FindSender(body) is { } sender ? $"{sender.Name} ({body})" : body;
}
