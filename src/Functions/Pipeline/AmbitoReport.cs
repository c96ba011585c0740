using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Functions.Pipeline;

/// <summary>Where an Ambito stands.</summary>
/// <param name="Ambito">The Ambito.</param>
/// <param name="Funds">Its fund years, by fund and year.</param>
/// <param name="AcrossFunds">What does not agree between fund years.</param>
/// <param name="Missing">Who has not sent (RIC-10).</param>
/// <param name="Uploads">The accepted uploads in force.</param>
public sealed record AmbitoReport(
    Ambito Ambito, IReadOnlyList<FundState> Funds, IReadOnlyList<Discrepancy> AcrossFunds, IReadOnlyList<Discrepancy> Missing,
    IReadOnlyList<CurrentUpload> Uploads)
{
    /// <summary>What does not agree, in fund years and between them.</summary>
    public IReadOnlyList<Discrepancy> Discrepancies { get; } = [.. Funds.SelectMany(state => state.Discrepancies), .. AcrossFunds];
}

/// <summary>Puts reports together from what is stored: nothing is kept for them.</summary>
public sealed class AmbitoReporter(ILedger ledger, IReconciliationStore store, DeadlineRegister deadlines)
{
    /// <summary>The report of an Ambito on a day.</summary>
    public async Task<AmbitoReport> ReportAsync(Ambito ambito, DateOnly today, CancellationToken cancellationToken)
    {
        List<FundState> funds = [];
        await foreach (FundState state in store.ListAsync(ambito.Code, cancellationToken))
        {
            if (state.Balances.Count > 0)
            {
                funds.Add(state);
            }
        }

        List<CurrentUpload> uploads = [];
        await foreach (CurrentUpload upload in ledger.ListCurrentAsync(ambito.Code, cancellationToken))
        {
            uploads.Add(upload);
        }

        funds.Sort((left, right) => left.Fund.CompareTo(right.Fund));
        return new AmbitoReport(
            ambito, funds, PianoZona.Reconciliation.AcrossFunds.Check(ambito, funds, today),
            Completeness.Missing(ambito, uploads, today, await deadlines.MovesAsync(ambito, cancellationToken)), uploads);
    }
}
