using PianoZona.Contracts;

namespace PianoZona.Allocation.Workflow;

/// <summary>
/// What is in force in a year, for all funds: one document, changed by one atomic write, so that a riparto comes into
/// force and the one before it is superseded in the same moment.
/// </summary>
/// <param name="Year">Fund year.</param>
/// <param name="Entries">What came into force, in that order; the last one of a fund is in force.</param>
/// <param name="Delivery">The file that brings it to the ledger; null = nothing came into force yet.</param>
public sealed record AllocationRegister(
    string Ambito, int Year, IReadOnlyList<RegisterEntry> Entries, Delivery? Delivery)
{
    /// <summary>The entry of the riparto in force; null = none.</summary>
    public RegisterEntry? InForce(FundKey fund) => Entries.LastOrDefault(entry => entry.Fund == fund);

    /// <summary>Whether a riparto is or was in force.</summary>
    public bool WasInForce(FundKey fund, int number) =>
        Entries.Any(entry => entry.Fund == fund && entry.Number == number);

    /// <summary>The riparto that superseded one; null = none did.</summary>
    public int? SupersededBy(FundKey fund, int number)
    {
        RegisterEntry[] ofFund = [.. Entries.Where(entry => entry.Fund == fund)];
        int place = Array.FindIndex(ofFund, entry => entry.Number == number);
        return place >= 0 && place + 1 < ofFund.Length ? ofFund[place + 1].Number : null;
    }
}

/// <summary>A riparto that came into force.</summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="By">Code of the body that put it in force.</param>
/// <param name="At">When.</param>
public sealed record RegisterEntry(FundKey Fund, int Number, string By, DateTimeOffset At);

/// <summary>
/// The file of flow <c>riparto</c> with everything that is in force in the year: it takes the one place that the flow
/// has for a year.
/// </summary>
/// <param name="Sender">In whose folder.</param>
/// <param name="Sequence">Its place in time (ticks, UTC).</param>
public sealed record Delivery(string Sender, string FileName, long Sequence, IReadOnlyList<AllocatedRow> Rows);
