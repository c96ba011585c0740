using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>Where an Ambito stands.</summary>
/// <param name="Ambito">
/// The Ambito, with the residents that were received in place of those of its configuration.
/// </param>
/// <param name="States">
/// What counts of its fund years, by fund and year: also of those that have memorandum figures alone.
/// </param>
/// <param name="AcrossFunds">What does not agree between fund years.</param>
/// <param name="Missing">Who has not sent (RIC-10).</param>
/// <param name="FilesMissing">The files that <paramref name="Missing"/> is about, one for each body.</param>
/// <param name="Uploads">The accepted uploads in force.</param>
public sealed record AmbitoReport(
    Ambito Ambito,
    IReadOnlyList<FundState> States,
    IReadOnlyList<Discrepancy> AcrossFunds,
    IReadOnlyList<Discrepancy> Missing,
    IReadOnlyList<ExpectedFile> FilesMissing,
    IReadOnlyList<CurrentUpload> Uploads)
{
    /// <summary>The movements that do not count, because another sender tells the same.</summary>
    public IReadOnlyList<LeftOutEntry> LeftOut { get; init; } = [];

    /// <summary>The fund years that have a balance.</summary>
    public IReadOnlyList<FundState> Funds { get; } = [.. States.Where(state => state.Balances.Count > 0)];

    /// <summary>What does not agree, in fund years and between them.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; } =
    [.. States.SelectMany(state => state.Discrepancies), .. AcrossFunds];
}
