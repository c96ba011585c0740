using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>What is kept beside a receipt, so that lists open none: metadata of its blob.</summary>
internal static class ReceiptFacts
{
    /// <summary>Codes and counts of the rules on trial: <c>PZ3018=2</c>, separated by semicolons.</summary>
    public const string Trials = "prova";

    private const string ReceivedAt = "ricevuto";
    private const string Verdict = "esito";
    private const string Rows = "righe";
    private const string Hash = "impronta";
    private const string Waits = "attesa";
    private const string Amount = "importo";
    private const string Bodies = "enti";
    private const string PersonalData = "personali";
    private const string Yes = "si";
    private const string No = "no";

    // All metadata of a blob may be 8 KB together (Blob service, «Setting and retrieving properties and metadata»).
    private const int LongestBodies = 4000;

    /// <summary>What is kept beside a receipt.</summary>
    /// <param name="bodies">Whose figures an accepted file holds; null = it was not accepted.</param>
    public static Dictionary<string, string> Beside(Receipt receipt, IReadOnlyList<string>? bodies)
    {
        ReceiptLine line = ReceiptLine.Of(receipt);
        Dictionary<string, string> facts = new(StringComparer.Ordinal)
        {
            [ReceivedAt] = line.ReceivedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
            [Verdict] = line.Outcome.ToString(),
            [Rows] = line.Rows.ToString(CultureInfo.InvariantCulture),
            [Hash] = line.Sha256,
        };
        if (line.Amount is { } amount)
        {
            facts[Amount] = amount.ToString();
        }

        if (line.Waits)
        {
            facts[Waits] = Yes;
        }

        if (line.Outcome == Outcome.Quarantined)
        {
            facts[PersonalData] = line.HoldsPersonalData ? Yes : No;
        }

        if (bodies is not null && string.Join(';', bodies) is { Length: > 0 and <= LongestBodies } codes)
        {
            facts[Bodies] = codes;
        }

        if (TrialsOf(receipt) is { Length: > 0 } trials)
        {
            facts[Trials] = trials;
        }

        return facts;
    }

    /// <summary>What is kept beside a receipt; null when it was stored before all of that was.</summary>
    /// <remarks>Of a blocked file why it is, too: a state without it would be told in other words.</remarks>
    public static ReceiptLine? Read(ReceiptId id, IDictionary<string, string> facts) =>
        facts.TryGetValue(ReceivedAt, out string? ticks)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long at)
        && facts.TryGetValue(Verdict, out string? word) && Enum.TryParse(word, out Outcome outcome)
        && (outcome != Outcome.Quarantined || facts.ContainsKey(PersonalData))
        && facts.TryGetValue(Rows, out string? count)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int rows)
        && facts.TryGetValue(Hash, out string? hash)
            ? new ReceiptLine(
                id, new DateTimeOffset(at, TimeSpan.Zero), outcome, rows, hash, facts.ContainsKey(Waits))
            {
                Amount = facts.TryGetValue(Amount, out string? amount) ? Money.Parse(amount) : null,
                HoldsPersonalData = facts.TryGetValue(PersonalData, out string? personal) && personal == Yes,
                Bodies = facts.TryGetValue(Bodies, out string? codes) ? codes.Split(';') : null,
            }
            : null;

    private static string TrialsOf(Receipt receipt) => string.Join(';', receipt.ProblemCounts
        .Where(count => RuleCatalogue.Find(count.Key) is { Trial: true })
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}={count.Value}")));
}
