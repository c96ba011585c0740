using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Ledger.Tests.Support;

/// <summary>Postings for tests.</summary>
internal static class Postings
{
    private static readonly string[] Senders = ["019021", "019086", "ente-concass"];
    private static readonly string[] Funds = ["FNPS", "QSFP", "PNRR-1.1.1"];
    private static readonly string?[] Beneficiaries = [null, "019021", "019086"];
    private static readonly string?[] Purposes = [null, "Servizio sociale", "città | «d'arte»"];

    public static UploadSlot Slot(
        string ambito,
        string sender = "019021",
        string flow = "rendicontazione",
        string period = "2021"
    ) => new(ambito, sender, flow, period);

    public static Posting Of(UploadSlot slot, long sequence, int receipt, params IReadOnlyList<LedgerEntry> entries) =>
        new(
            slot,
            sequence,
            string.Create(CultureInfo.InvariantCulture, $"{slot.Sender}_{slot.Flow}_{slot.Period}_{receipt:x16}"),
            string.Create(CultureInfo.InvariantCulture, $"{receipt:x64}"),
            entries.Count,
            [slot.Sender],
            entries);

    public static LedgerEntry Entry(
        string fund,
        int year,
        long cents,
        EntryKind kind = EntryKind.Committed,
        string? beneficiary = "019021"
    ) => new(new FundKey(fund, year), kind, beneficiary, Purpose: null, new Money(cents), RowSet.Parse("2-4,9"));

    public static DocumentClaim Claim(string fund, int year, long cents) =>
        new(
            new FundKey(fund, year),
            "019021",
            "0123456789abcdef",
            IsNamed: true,
            "SERVIZI",
            Cup: null,
            new Money(cents),
            Paid: null,
            Total: null,
            RowSet.Parse("2-4,9"));

    public static Memo Memo(string fund, int year, long cents) =>
        new(new FundKey(fund, year), MemoKind.Requested, "019021", "FINANZIATA", new Money(cents), RowSet.Parse("2"))
        {
            Reference = "0123456789abcdef",
        };

    /// <summary>Two postings of one slot, the first of which may be missing.</summary>
    public static Gen<(Posting? Old, Posting Next)> Pairs() =>
        from had in Gen.Elements(true, true, false)
        from old in AnyEntry().ArrayOf()
        from next in AnyEntry().ArrayOf()
        select (had ? Of(Slot("ambito"), 1, 1, old) : null, Of(Slot("ambito"), 2, 2, next));

    /// <summary>
    /// Uploads of a few slots, some of them at the same time, in the order of arrival; no two with the same receipt.
    /// </summary>
    public static Gen<Posting[]> Uploads(string ambito) =>
        from count in Gen.Choose(0, 8)
        from drafts in Gen.ArrayOf(Draft(ambito), count)
        select drafts.Select((draft, index) => Of(draft.Slot, draft.Sequence, index, draft.Entries)).ToArray();

    private static Gen<(UploadSlot Slot, long Sequence, LedgerEntry[] Entries)> Draft(string ambito) =>
        from sender in Gen.Elements(Senders)
        from flow in Gen.Elements("rendicontazione", "spesa-sociale")
        from period in Gen.Elements("2021", "2021-T1")
        from sequence in Gen.Choose(0, 4)
        from count in Gen.Choose(0, 4)
        from entries in Gen.ArrayOf(AnyEntry(), count)
        select (Slot(ambito, sender, flow, period), (long)sequence, entries);

    public static Gen<LedgerEntry> AnyEntry() =>
        from fund in Gen.Elements(Funds)
        from year in Gen.Choose(2020, 2022)
        from kind in Gen.Elements(Enum.GetValues<EntryKind>())
        from beneficiary in Gen.Elements(Beneficiaries)
        from purpose in Gen.Elements(Purposes)
        from cents in Gen.Choose(-1_000, 1_000_000_000)
        from row in Gen.Choose(2, 1_000)
        from qualifier in Gen.Elements(null, "esatto", "almeno", "circa")
        select new LedgerEntry(
            new FundKey(fund, year), kind, beneficiary, purpose, new Money(cents), RowSet.Parse($"{row}-{row + 3}"))
        {
            Qualifier = qualifier,
        };
}
