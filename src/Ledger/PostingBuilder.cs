using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Mapping;

namespace PianoZona.Ledger;

/// <summary>
/// Gathers the accepted rows of one upload into movements, one for each fund, year, kind, beneficiary, purpose and
/// area. It holds the aggregates only, so its size follows what the rows are about and not how many they are.
/// </summary>
public sealed class PostingBuilder : IAcceptedRows
{
    private readonly FlowSchema flow;
    private readonly IFlowMapping mapping;
    private readonly Column? body;
    private readonly EntryGatherer entries;
    private readonly SortedSet<string> bodies = new(StringComparer.Ordinal);
    private int rows;

    /// <summary>A builder for one upload of a flow.</summary>
    /// <param name="ambito">Whose funds they are; null = those of the built-in catalogue, by their codes.</param>
    /// <exception cref="ArgumentException">Nobody has said what the rows of this flow post.</exception>
    public PostingBuilder(FlowSchema flow, Ambito? ambito = null)
    {
        this.flow = flow;
        entries = new EntryGatherer(ambito is null ? code => code : ambito.FundOf);
        mapping = FlowMappings.Of(flow);
        body = flow.BodyColumn;
    }

    /// <inheritdoc/>
    public void Accept(ValidRow row)
    {
        rows++;
        if (body is not null && row.Text(body) is { } code)
        {
            bodies.Add(code);
        }

        entries.StartRow(row.Number);
        mapping.Map(row, entries);
    }

    /// <summary>The bodies that the accepted rows name, ascending; the sender when they name none.</summary>
    /// <param name="sender">Code of the sender.</param>
    public IReadOnlyList<string> BodiesOf(string sender) => bodies.Count == 0 ? [sender] : [.. bodies];

    /// <summary>What the accepted rows post.</summary>
    /// <param name="slot">The place that the upload holds.</param>
    /// <param name="sequence">The upload's place in time.</param>
    /// <param name="receiptId">The upload.</param>
    /// <param name="sha256">Hash of the file.</param>
    /// <exception cref="ArgumentException">The slot is one of another flow.</exception>
    public Posting Build(UploadSlot slot, long sequence, string receiptId, string sha256) =>
        string.Equals(slot.Flow, flow.Code, StringComparison.Ordinal)
            ? new Posting(
                slot,
                sequence,
                receiptId,
                sha256,
                rows,
                BodiesOf(slot.Sender),
                entries.ToEntries())
            {
                Documents = entries.Documents.ToClaims(),
                Memos = entries.Memos.ToMemos(),
                Totals = entries.Totals,
            }
            : throw new ArgumentException(
                $"The slot is of flow '{slot.Flow}', the rows of '{flow.Code}'.", nameof(slot));
}
