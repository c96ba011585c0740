using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Simulation.Tests;

/// <summary>Uploads of a seed: few slots, so that most replace another.</summary>
internal static class Uploads
{
    public const string Ambito = "simulato";

    private static readonly string[] Senders = ["019021", "019086", "ente-udp"];
    private static readonly (string Flow, string Period)[] Places =
    [
        ("rendicontazione", "2021"),
        ("rendicontazione", "2021-T1"),
        ("riparto", "2021"),
        (Care.Flow, "2021-T1"),
        (Care.Flow, "2021-T2"),
    ];

    private static readonly FundKey[] Funds = [new("FNPS", 2020), new("FNPS", 2021), new("QSFP", 2021)];
    private static readonly string?[] Qualifiers = [null, "almeno", "circa"];
    private static readonly EntryKind[] Kinds =
    [
        EntryKind.Assigned,
        EntryKind.Allocated,
        EntryKind.Committed,
        EntryKind.Paid,
    ];

    /// <summary>Uploads in the order of arrival, which is not that of their sequence; some come twice.</summary>
    public static List<Posting> Of(Random random, int count)
    {
        List<Posting> uploads = [.. Enumerable.Range(0, count).Select(number => One(random, number))];
        Posting[] arrivals = [.. uploads, .. uploads.Where(_ => random.Next(5) == 0)];
        random.Shuffle(arrivals);
        return [.. arrivals];
    }

    private static Posting One(Random random, int number)
    {
        (string flow, string period) = Places[random.Next(Places.Length)];
        UploadSlot slot = new(Ambito, Senders[random.Next(Senders.Length)], flow, period);

        // Its own source of chance, so that a seed of before these figures still says the same.
        Random beside = new(number);
        Memo[] requests = flow == Care.Flow ? Care.Requests(random) : [];
        LedgerEntry[] entries =
            flow == Care.Flow
                ? Care.Entries(requests)
                :
                [
                    .. Enumerable
                        .Range(0, random.Next(4))
                        .Select(index =>
                            Entry(random, index + 2) with
                            {
                                Qualifier = Qualifiers[beside.Next(Qualifiers.Length)],
                            }),
                ];
        return new Posting(
            slot,

            // Now and then two at the same moment.
            random.Next(50),
            string.Create(CultureInfo.InvariantCulture, $"{slot.Sender}_{flow}_{period}_{number:x16}"),
            string.Create(CultureInfo.InvariantCulture, $"{number:x64}"),
            entries.Length,
            [slot.Sender],
            entries)
        {
            Memos = [.. requests, .. Enumerable.Range(0, beside.Next(3)).Select(index => Grant(beside, index + 20))],
            Totals =
            [
                .. entries
                    .GroupBy(entry => entry.Kind)
                    .Select(group => new KindTotal(group.Key, new Money(group.Sum(entry => entry.Amount.Cents)))),
            ],
        };
    }

    private static LedgerEntry Entry(Random random, int row) =>
        new(
            Funds[random.Next(Funds.Length)],
            Kinds[random.Next(Kinds.Length)],
            Senders[random.Next(2)],
            Purpose: null,
            new Money(random.Next(1, 100_000)),
            RowSet.Parse(row.ToString(CultureInfo.InvariantCulture)));

    // Foreseen, or not granted yet: now and then on a fund year that has nothing else.
    private static Memo Grant(Random random, int row)
    {
        bool forecast = random.Next(2) == 0;
        return new Memo(
            random.Next(4) == 0 ? new FundKey("QSFP", 2022) : Funds[random.Next(Funds.Length)],
            forecast ? MemoKind.Forecast : MemoKind.NotYetAssigned,
            Body: null,
            Subject: null,
            forecast ? new Money(random.Next(1, 100_000)) : null,
            RowSet.Parse(row.ToString(CultureInfo.InvariantCulture)))
        {
            Qualifier = Qualifiers[random.Next(Qualifiers.Length)], Basis = "annuale",
        };
    }
}
