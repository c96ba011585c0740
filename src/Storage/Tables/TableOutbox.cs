using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Text;
using PianoZona.Notification.Sending;

namespace PianoZona.Storage.Tables;

/// <summary>
/// The outbox in a table: a partition for each recipient, a row for each message: digests numbered, letters by key.
/// </summary>
/// <remarks>
/// Two runs that plan at once want the same number, and a number is given once: this is what keeps a reminder from
/// going out twice.
/// </remarks>
/// <param name="service">The storage account's tables.</param>
public sealed class TableOutbox(TableServiceClient service) : IOutbox
{
    private const string Content = "Contenuto";

    // A text property holds 32 Ki characters.
    private const int ChunkLength = 32_000;

    private readonly TableClient table = service.GetTableClient(StorageNames.OutboxTable);

    /// <inheritdoc/>
    public async IAsyncEnumerable<OutboxMessage> ListAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {ambito + "|"} and PartitionKey lt {ambito + "}"}");
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    /// <inheritdoc/>
    public async Task<OutboxMessage?> AddAsync(Letter letter, int number, CancellationToken cancellationToken)
    {
        OutboxMessage message = new(
            letter,
            number,
            OutboxMessage.IdOf(letter),
            MailState.Planned,
            DraftId: null,
            Attempts: 0,
            Reason: null,
            string.Empty);
        try
        {
            Response response = await table.AddEntityAsync(Write(message), cancellationToken);
            return message with { Version = VersionOf(response) };
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<OutboxMessage?> FindAsync(Letter letter, CancellationToken cancellationToken)
    {
        try
        {
            return Read(
                await table.GetEntityAsync<TableEntity>(
                    PartitionOf(letter), RowOf(letter, number: 0), cancellationToken: cancellationToken));
        }
        catch (RequestFailedException failure)
            when (failure.Status == 404 && failure.ErrorCode != TableErrorCode.TableNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<OutboxMessage?> UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            Response response = await table.UpdateEntityAsync(
                Write(message), new ETag(message.Version), TableUpdateMode.Replace, cancellationToken);
            return message with { Version = VersionOf(response) };
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return null;
        }
    }

    private static string VersionOf(Response response) => response.Headers.ETag!.Value.ToString();

    private static TableEntity Write(OutboxMessage message)
    {
        TableEntity row = new(PartitionOf(message.Letter), RowOf(message.Letter, message.Number))
        {
            ["Stato"] = message.State.ToString(),
            ["InternetMessageId"] = message.InternetMessageId,
            ["BozzaId"] = message.DraftId,
            ["Tentativi"] = message.Attempts,
            ["Motivo"] = message.Reason,
            ["Tornato"] = message.BouncedOn is { } day ? IsoDay.Text(day) : null,
        };
        string json = LetterJson.Write(message.Letter);
        for (int start = 0, part = 0; start < json.Length; start += ChunkLength, part++)
        {
            row[PartName(part)] = json.Substring(start, Math.Min(ChunkLength, json.Length - start));
        }

        return row;
    }

    private static OutboxMessage Read(TableEntity row)
    {
        StringBuilder json = new();
        for (int part = 0; row.GetString(PartName(part)) is { } chunk; part++)
        {
            json.Append(chunk);
        }

        return new OutboxMessage(
            LetterJson.Read(json.ToString()),
            int.TryParse(row.RowKey, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
            row.GetString("InternetMessageId")!,
            Enum.Parse<MailState>(row.GetString("Stato")!),
            row.GetString("BozzaId"),
            row.GetInt32("Tentativi") ?? 0,
            row.GetString("Motivo"),
            row.ETag.ToString())
        {
            BouncedOn = row.GetString("Tornato") is { } day ? IsoDay.Parse(day) : null,
        };
    }

    private static string PartName(int part) => Content + part.ToString(CultureInfo.InvariantCulture);

    private static string RowOf(Letter letter, int number) =>
        letter.Key ?? number.ToString("D6", CultureInfo.InvariantCulture);

    // An address may hold characters that keys may not.
    private static string PartitionOf(Letter letter) =>
        $"{letter.Ambito}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Recipient)).AsSpan(0, 8))}";
}
