using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>How a justification is kept among the decisions: by the number of what was found.</summary>
public static class JustificationDecision
{
    /// <summary>The decision that says it.</summary>
    public static Decision Of(string number, Justification given, string by, DateTimeOffset at) =>
        new(DecisionKinds.Justification, number, DecisionForm.Write(ContentOf(given)), by, at);

    /// <summary>What a decision says.</summary>
    public static Justification Read(Decision decision)
    {
        Content said = DecisionForm.Read<Content>(decision.Content);
        FundKey? fund = said.Finding.Fund is { } known ? new FundKey(known.Fund, known.Year) : null;
        return new Justification(
            new DiscrepancyKey(said.Finding.Code, fund, said.Finding.Year, said.Finding.Body, said.Finding.Text)
            {
                Subject = said.Finding.About,
            },
            MoneyOf(said.Declared), MoneyOf(said.Computed), said.By, said.Reason, said.On, said.Until);
    }

    private static Content ContentOf(Justification given) => new(
        new Subject(
            given.Discrepancy.Code,
            given.Discrepancy.Fund is { } fund ? new FundYear(fund.Fund, fund.Year) : null,
            given.Discrepancy.Year, given.Discrepancy.Body, given.Discrepancy.Text,
            given.Discrepancy.Subject),
        AmountOf(given.Declared), AmountOf(given.Computed), given.By, given.Reason, given.On, given.Until);

    private static Amount? AmountOf(Money? money) => money is { } known ? new Amount(known.Cents, known.Euro) : null;

    private static Money? MoneyOf(Amount? amount) => amount is null ? null : new Money(amount.Cents);

    // Named as it was first kept.
    private sealed record Content(
        Subject Finding, Amount? Declared, Amount? Computed, string By, string Reason, DateOnly On, DateOnly? Until);

    // Decisions without it are written as they were before it was known.
    private sealed record Subject(
        string Code, FundYear? Fund, int? Year, string? Body, string Text,
        [property: JsonProperty(NullValueHandling = NullValueHandling.Ignore)] string? About = null);

    private sealed record FundYear(string Fund, int Year);

    /// <param name="Cents">What counts.</param>
    /// <param name="Euro">The same, for who looks at it.</param>
    private sealed record Amount(long Cents, decimal Euro);
}
