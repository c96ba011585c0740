using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Simulation.Tests;

/// <summary>
/// Requests of the B2 measure that are told again in another quarter or by another sender, and what they come to in the
/// simplest way.
/// </summary>
internal static class Care
{
    public const string Flow = "misura-b2";

    public static readonly FundKey Fund = new("FNA", 2021);

    private const string Comune = "019021";

    private static readonly string[] Outcomes =
    [
        MisuraB2.Finanziata,
        MisuraB2.Chiusa,
        MisuraB2.ListaAttesa,
        MisuraB2.Esclusa,
    ];

    /// <summary>Some of four requests, one a row.</summary>
    public static Memo[] Requests(Random random) =>
    [
        .. "abcd".Where(_ => random.Next(2) == 0).Select((reference, index) =>
        {
            string outcome = Outcomes[random.Next(Outcomes.Length)];
            bool isFunded = outcome is MisuraB2.Finanziata or MisuraB2.Chiusa;
            return new Memo(
                Fund, MemoKind.Requested, Comune, outcome, isFunded ? new Money(random.Next(1, 100_000)) : null,
                RowSet.Parse((index + 2).ToString(CultureInfo.InvariantCulture)))
            {
                Reference = reference.ToString(),
            };
        }),
    ];

    /// <summary>What is posted of them: one movement with all that is funded.</summary>
    public static LedgerEntry[] Entries(IEnumerable<Memo> requests)
    {
        Memo[] funded = [.. requests.Where(request => request.Amount is not null)];
        return funded.Length == 0
            ? []
            :
            [
                new LedgerEntry(
                    Fund,
                    EntryKind.Delivered,
                    Comune,
                    "Buono",
                    new Money(funded.Sum(request => request.Amount!.Value.Cents)),
                    RowSet.Union(funded.Select(request => request.Rows))),
            ];
    }

    /// <summary>What is delivered by uploads in force, in cents: each request as the last quarter tells it.</summary>
    public static long DeliveredIn(IEnumerable<Posting> inForce)
    {
        Dictionary<string, long> last = new(StringComparer.Ordinal);
        foreach (Posting upload in inForce.Where(posting => posting.Slot.Flow == Flow)
            .OrderBy(posting => posting.Slot.Period, StringComparer.Ordinal).ThenBy(posting => posting.Sequence)
            .ThenBy(posting => posting.Slot.Sender, StringComparer.Ordinal))
        {
            foreach (Memo request in upload.Memos.Where(memo => memo.Kind == MemoKind.Requested))
            {
                last[request.Reference!] = request.Amount?.Cents ?? 0;
            }
        }

        return last.Values.Sum();
    }
}
