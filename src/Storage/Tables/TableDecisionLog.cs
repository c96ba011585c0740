using System.Globalization;
using Azure;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;

namespace PianoZona.Storage.Tables;

/// <summary>
/// Decisions in table <c>decisioni</c>: a partition for each Ambito, a row for each decision, numbered within its
/// subject.
/// </summary>
/// <param name="service">The storage account's tables.</param>
public sealed class TableDecisionLog(TableServiceClient service) : IDecisionLog
{
    private const string Content = "Contenuto";
    private const string By = "Autore";
    private const string At = "Quando";

    private readonly TableClient table = service.GetTableClient(StorageNames.DecisionTable);

    /// <inheritdoc/>
    public async Task<Decision> AppendAsync(string ambito, Decision decision, CancellationToken cancellationToken)
    {
        Decision? inForce;
        do
        {
            // Somebody may decide on the same subject at the same time: theirs comes first.
            inForce = await TryAppendAsync(ambito, decision, known: null, cancellationToken);
        }
        while (inForce is null);

        return inForce;
    }

    /// <inheritdoc/>
    public Task<Decision?> AppendAfterAsync(
        string ambito, Decision decision, int known, CancellationToken cancellationToken) =>
        TryAppendAsync(ambito, decision, known, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Decision> ListAsync(
        string ambito,
        string kind,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in QueryAsync(ambito, kind + "|", cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Decision>> ListAsync(
        string ambito,
        string kind,
        string subject,
        CancellationToken cancellationToken
    ) => await QueryAsync(ambito, $"{kind}|{subject}|", cancellationToken).Select(Read).ToListAsync(cancellationToken);

    // Null: others than those known came first.
    private async Task<Decision?> TryAppendAsync(
        string ambito, Decision decision, int? known, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> all = await ListAsync(ambito, decision.Kind, decision.Subject, cancellationToken);
        if (all.Count > 0 && string.Equals(all[^1].Content, decision.Content, StringComparison.Ordinal))
        {
            return all[^1];
        }

        if (known is { } count && count != all.Count)
        {
            return null;
        }

        TableEntity row = new(
            ambito, $"{decision.Kind}|{decision.Subject}|{all.Count.ToString("D6", CultureInfo.InvariantCulture)}")
        {
            [Content] = decision.Content,
            [By] = decision.By,
            [At] = decision.At,
        };
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return decision;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }
    }

    // '}' comes right after '|'.
    private AsyncPageable<TableEntity> QueryAsync(string ambito, string prefix, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {ambito} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + "}"}"),
            cancellationToken: cancellationToken);

    private static Decision Read(TableEntity row)
    {
        string[] key = row.RowKey.Split('|');
        return new Decision(
            key[0],
            string.Join('|', key[1..^1]),
            row.GetString(Content)!,
            row.GetString(By)!,
            row.GetDateTimeOffset(At)!.Value);
    }
}
