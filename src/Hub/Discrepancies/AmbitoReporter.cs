using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Deadlines;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>Puts reports together from what is stored: nothing is kept for them.</summary>
public sealed class AmbitoReporter(
    ILedger ledger, IReconciliationStore store, DeadlineRegister deadlines, PopulationRegister populations)
{
    /// <summary>The report of an Ambito on a day.</summary>
    public async Task<AmbitoReport> ReportAsync(Ambito ambito, DateOnly today, CancellationToken cancellationToken)
    {
        List<FundState> states = [];
        List<LeftOutEntry> leftOut = [];
        await foreach (FundState state in store.ListAsync(ambito.Code, cancellationToken))
        {
            if (state.Contributions.Count > 0)
            {
                states.Add(OneTelling.Counted(ambito, AcrossFunds.WithoutOwn(state)));
                leftOut.AddRange(OneTelling.LeftOut(ambito, state));
            }
        }

        List<CurrentUpload> uploads = [];
        await foreach (CurrentUpload upload in ledger.ListCurrentAsync(ambito.Code, cancellationToken))
        {
            uploads.Add(upload);
        }

        states.Sort((left, right) => left.Fund.CompareTo(right.Fund));
        Obligations calendar = new(ambito, await deadlines.MovesAsync(ambito, cancellationToken), uploads, today);
        IReadOnlyList<ReceivedPopulation> received = await populations.FindAsync(ambito, uploads, cancellationToken);
        return new AmbitoReport(
            Populations.With(ambito, received), states,
            AcrossFunds.Check(ambito, states, today, received),
            Completeness.Missing(calendar, today), Completeness.FilesMissing(calendar), uploads)
        {
            LeftOut = leftOut,
        };
    }
}
