using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>The figures of one fund year, and what a check needs to report on them.</summary>
internal sealed class FundFigures(
    Ambito ambito, FundState state, IReadOnlyList<Balance> balances, FundState told)
{
    /// <summary>The whole Ambito.</summary>
    public Balance Whole => balances[0];

    /// <summary>Body by body.</summary>
    public IEnumerable<Balance> Bodies => balances.Skip(1);

    /// <summary>
    /// Whether it is the Comuni's own money: no act assigns it, and payments may be reported without commitments.
    /// </summary>
    public bool IsOwnMoney => ambito.IsOwnMoney(state.Fund.Fund);

    /// <summary>Differences up to this amount are not reported.</summary>
    /// <param name="flow">Code of the flow.</param>
    /// <param name="body">Whose figures they are; null = of the whole Ambito.</param>
    public Money ToleranceOf(string flow, string? body = null) => ambito.SettingsOf(flow, body).Tolerance;

    /// <summary>The fund year, without what does not count.</summary>
    public FundState State => state;

    /// <summary>The fund year with all that was told of it (<see cref="OneTelling"/>).</summary>
    public FundState Told => told;

    public Ambito Ambito => ambito;

    /// <summary>What is to be checked on this fund year, whatever holds for others.</summary>
    public FundRules Rules => ambito.FindFund(state.Fund.Fund)?.Rules.Of(state.Fund.Year) ?? FundRules.None;

    /// <summary>How sure the assignment is.</summary>
    public string? AssignedQualifier { get; } = state.QualifierOf(EntryKind.Assigned);

    /// <summary>The movements, with the flow that they come from.</summary>
    public IEnumerable<(string Flow, LedgerEntry Entry)> Entries =>
        state.Contributions.SelectMany(contribution =>
            contribution.Entries.Select(entry => (contribution.Slot.Flow, entry)));

    public IEnumerable<DocumentClaim> Documents =>
        state.Contributions.SelectMany(contribution => contribution.Documents);

    /// <summary>The memorandum figures of a kind.</summary>
    public IEnumerable<Memo> Memos(MemoKind kind) =>
        state.Contributions.SelectMany(contribution => contribution.Memos).Where(memo => memo.Kind == kind);

    /// <summary>The sum of all movements of a kind; without value when there is none.</summary>
    public Money? SumOf(EntryKind kind) =>
        Entries.Where(pair => pair.Entry.Kind == kind).Select(pair => (Money?)pair.Entry.Amount).SumOrMissing();

    /// <summary>Puts discrepancies into words.</summary>
    public DiscrepancyWriter Writer { get; } = new(ambito);

    /// <summary>Reports two amounts that do not agree.</summary>
    /// <param name="code">The rule.</param>
    /// <param name="severity">How much it weighs.</param>
    /// <param name="figure">Whose figures they are.</param>
    /// <param name="declared">What was declared.</param>
    /// <param name="computed">What it should be; missing when it is not known.</param>
    /// <param name="kinds">The kinds of entries that the figures stand on.</param>
    /// <param name="places">Values for the places of the rule's text; fund, year and body are filled in here.</param>
    public Discrepancy Report(
        string code,
        Severity severity,
        Balance figure,
        Money declared,
        Money? computed,
        EntryKind[] kinds,
        params ReadOnlySpan<(string, string)> places)
    {
        // Whose rows: all of them for the whole Ambito, else those of the body.
        IReadOnlyList<Evidence> evidence = EvidenceList.Of(
            state,
            (LedgerEntry entry) =>
                kinds.Contains(entry.Kind)
                && (figure.Body is null || string.Equals(entry.Beneficiary, figure.Body, StringComparison.Ordinal)));
        return Writer.Write(
            new DiscrepancyFacts(code, severity, state.Fund, figure.Body, declared, computed, evidence), places);
    }
}
