using System.Collections.Concurrent;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Filling;
using PianoZona.Ledger;

namespace PianoZona.Hub.Discrepancies;

/// <summary>The residents that files in force tell, by Comune and year: of several files the latest.</summary>
/// <remarks>
/// A file that was accepted does not change: it is read once in the life of the process, however often it is asked for.
/// </remarks>
public sealed class PopulationRegister(ILedger ledger, RowsInForce rows)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ReceivedPopulation>> known =
        new(StringComparer.Ordinal);

    /// <summary>What was received, by what is in force now.</summary>
    public async Task<IReadOnlyList<ReceivedPopulation>> FindAsync(
        Ambito ambito, CancellationToken cancellationToken) => await FindAsync(
        ambito, await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken),
        cancellationToken);

    /// <summary>What was received.</summary>
    /// <param name="inForce">Every upload in force of the Ambito.</param>
    /// <returns>One of each Comune and year.</returns>
    /// <exception cref="InvalidOperationException">A file in force is not in the archive.</exception>
    public async Task<IReadOnlyList<ReceivedPopulation>> FindAsync(
        Ambito ambito, IEnumerable<CurrentUpload> inForce, CancellationToken cancellationToken)
    {
        List<ReceivedPopulation> all = [];
        foreach (CurrentUpload file in inForce
            .Where(one => one.Slot.Flow == Popolazione.Schema.Code && one.Rows > 0)
            .OrderByDescending(one => one.Sequence)
            .ThenBy(one => one.ReceiptId, StringComparer.Ordinal))
        {
            all.AddRange(await ReadAsync(file, cancellationToken));
        }

        return
        [
            .. all.Select(one => one with { Comune = ambito.CodeOf(one.Comune) })
                .DistinctBy(one => (one.Comune, one.Year)),
        ];
    }

    private async Task<IReadOnlyList<ReceivedPopulation>> ReadAsync(
        CurrentUpload file, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(file.ReceiptId, out IReadOnlyList<ReceivedPopulation>? read))
        {
            PopulationRows told = new(file.ReceiptId);
            await rows.ReadAsync(file, told, cancellationToken);
            known[file.ReceiptId] = read = told.All;
        }

        return read;
    }

    private sealed class PopulationRows(string receipt) : IAcceptedRows
    {
        public List<ReceivedPopulation> All { get; } = [];

        public void Accept(ValidRow row) => All.Add(new ReceivedPopulation(
            row.Text(Popolazione.CodiceIstat)!,
            (int)row.Integer(Popolazione.Anno)!.Value,
            checked((int)row.Integer(Popolazione.Totale)!.Value),
            receipt,
            row.Number));
    }
}
