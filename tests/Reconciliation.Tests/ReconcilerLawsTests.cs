using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Reconciliation.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Reconciliation.Tests;

public sealed class ReconcilerLawsTests
{
    private static readonly Reconciler Reconciler = new(Sample.Ambito);

    private static readonly UploadSlot[] Slots =
    [
        Sample.Slot("ente-udp", "assegnazioni"),
        Sample.Slot("ente-udp", "riparto"),
        Sample.Slot("019021", "rendicontazione"),
        Sample.Slot("020066", "rendicontazione"),
        Sample.Slot("020066", "rendicontazione", "2021-T1"),
    ];

    private static readonly Gen<LedgerEntry> AnyEntry =
        from fund in Gen.Elements(Sample.Fnps, Sample.Own)
        from kind in Gen.Elements(Enum.GetValues<EntryKind>())
        from body in Gen.Elements(null, "019021", "019086", "020066")
        from purpose in Gen.Elements(null, "SAD", "ADM")
        from cents in Gen.Choose(0, 500)
        from row in Gen.Choose(2, 50)
        from qualifier in Gen.Elements(null, null, "almeno", "circa")
        select Sample.Entry(kind, cents, body, $"{row}", fund, purpose) with { Qualifier = qualifier };

    private static readonly Gen<Memo> AnyMemo =
        from fund in Gen.Elements(Sample.Fnps, Sample.Own)
        from kind in Gen.Elements(MemoKind.Forecast, MemoKind.NotYetAssigned)
        from cents in Gen.Choose(0, 500)
        select new Memo(fund, kind, null, null, kind == MemoKind.Forecast ? new Money(cents) : null, RowSet.Parse("2"));

    // At most one posting in force for each slot, as the ledger gives them.
    private static readonly Gen<Posting[]> InForce =
        from slots in Gen.SubListOf(Slots)
        from entries in Gen.ArrayOf(AnyEntry.ArrayOf(), slots.Count)
        from memos in Gen.ArrayOf(AnyMemo.ArrayOf(), slots.Count)
        select slots
            .Select((slot, index) => Sample.Posting(slot, index + 1, entries[index]) with { Memos = memos[index] })
            .ToArray();

    [Fact]
    public void ReplaceAndReconcile_UploadByUploadInAnyOrder_EqualsComputingFromAllAtOnce()
    {
        Gen<(Posting[] Postings, Posting[] Arrivals)> cases =
            from postings in InForce
            from older in InForce
            from order in Gen.Shuffle(postings)
            select (postings, (Posting[])[.. older, .. order, .. order.Take(2)]);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            FundState full = Reconciler.Reconcile(one.Postings.Aggregate(
                Sample.Empty(Sample.Fnps), (state, posting) => Reconciler.Replace(state, posting.Slot, posting)));

                    FundState incremental = one.Arrivals.Aggregate(
                        Sample.Empty(Sample.Fnps),
                        (state, posting) => Reconciler.Reconcile(Reconciler.Replace(state, posting.Slot, posting)));
                    foreach (UploadSlot gone in Slots.Except(one.Postings.Select(posting => posting.Slot)))
                    {
                        incremental = Reconciler.Reconcile(Reconciler.Replace(incremental, gone, inForce: null));
                    }

                    IReadOnlyDictionary<FundKey, IReadOnlyList<Contribution>> gathered = Reconciler.Contributions(
                        one.Postings.Reverse());

                    AssertSame(full, incremental);
                    AssertSame(
                        full,
                        Reconciler.Reconcile(
                            Sample.Empty(Sample.Fnps) with
                            {
                                Contributions = gathered.GetValueOrDefault(Sample.Fnps) ?? [],
                            }));
                    AssertSame(incremental, Reconciler.Reconcile(incremental));
                })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reconcile_EntriesInAnyOrder_GivesTheSameFiguresAndDiscrepancies()
    {
        Gen<(LedgerEntry[] Entries, LedgerEntry[] Shuffled)> cases =
            from entries in AnyEntry.ArrayOf()
            from shuffled in Gen.Shuffle(entries)
            select (entries, shuffled);

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            FundState straight = Sample.Reconciled(Sample.Fnps, one.Entries);
            FundState shuffled = Sample.Reconciled(Sample.Fnps, one.Shuffled);

            AssertSame(straight with { Contributions = [] }, shuffled with { Contributions = [] });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reconcile_AnyPostings_BalancesAreTheSumsOfTheEntriesOfTheFundYear() =>
        Prop.ForAll(
                InForce.ToArbitrary(),
                postings =>
                {
                    FundState state = Reconciler.Reconcile(
                        postings.Aggregate(
                            Sample.Empty(Sample.Fnps),
                            (state, posting) => Reconciler.Replace(state, posting.Slot, posting)));
                    LedgerEntry[] leftOut = [.. OneTelling.LeftOut(Sample.Ambito, state).Select(left => left.Entry)];
                    LedgerEntry[] entries =
                    [
                        .. postings.SelectMany(posting => posting.Entries)
                            .Where(entry => entry.Fund == Sample.Fnps)
                            .Where(entry => !leftOut.Contains(entry, ReferenceEqualityComparer.Instance)),
                    ];

                    Assert.Equal(entries.Length == 0, state.Balances.Count == 0);
                    Assert.All(
                        state.Balances.Take(1),
                        whole =>
                            Assert.Equal(
                                (SumOf(entries, EntryKind.Committed), SumOf(entries, EntryKind.Assigned)),
                                (whole.Committed, whole.Assigned)));
                    Assert.All(
                        state.Balances.Skip(1),
                        body =>
                            Assert.Equal(
                                SumOf(
                                    entries.Where(entry =>
                                        string.Equals(entry.Beneficiary, body.Body, StringComparison.Ordinal)),
                                    EntryKind.Paid),
                                body.Paid));
                    Assert.All(state.Discrepancies, found => Assert.DoesNotContain('{', found.Text));
                    Assert.All(state.Discrepancies, found => Assert.NotEmpty(found.Evidence));
                })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Replace_PostingOfAnotherSlot_IsRefused() => Assert.Throws<ArgumentException>(
        () => Reconciler.Replace(Sample.Empty(Sample.Fnps), Slots[0], Sample.Posting(Slots[1], 1)));

    // The order that Replace asks for: the state before the posting. Whatever the interleaving, the newest posting ends
    // in the state.
    [Fact]
    public void Replace_TwoWorkersOnOneKey_EndWithThePostingInForce() =>
        Prop.ForAll(
                Gen.Elements(0, 1).ArrayOf(12).ToArbitrary(),
                schedule =>
                {
                    InMemoryLedger ledger = new(TimeProvider.System);
                    InMemoryReconciliationStore store = new();
                    Posting newer = Sample.Posting(
                        Slots[2], 2, Sample.Entry(EntryKind.Committed, 1, "019021", fund: Sample.Own));
                    Done(
                        ledger.RecordAsync(
                            Sample.Posting(Slots[2], 1, Sample.Entry(EntryKind.Committed, 5, "019021")),
                            CancellationToken.None));
                    IEnumerator<int>[] workers =
                    [
                        Worker(ledger, store, null).GetEnumerator(),
                        Worker(ledger, store, newer).GetEnumerator(),
                    ];

        foreach (int turn in schedule)
        {
            workers[turn].MoveNext();
        }

        Assert.All(workers, worker => Assert.True(RunsToTheEnd(worker)));
        Assert.Empty(Done(store.LoadAsync(Sample.Code, Sample.Fnps, CancellationToken.None)).Contributions);
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<int> Worker(InMemoryLedger ledger, InMemoryReconciliationStore store, Posting? first)
    {
        if (first is not null)
        {
            Done(ledger.RecordAsync(first, CancellationToken.None));
            yield return 0;
        }

        for (bool saved = false; !saved;)
        {
            FundState state = Done(store.LoadAsync(Sample.Code, Sample.Fnps, CancellationToken.None));
            yield return 1;
            Posting? inForce = Done(ledger.ReadCurrentAsync(Slots[2], CancellationToken.None));
            yield return 2;
            saved = Done(
                store.SaveAsync(
                    Reconciler.Reconcile(Reconciler.Replace(state, Slots[2], inForce)), CancellationToken.None));
            yield return 3;
        }
    }

    private static bool RunsToTheEnd(IEnumerator<int> worker)
    {
        int steps = 0;
        while (steps < 20 && worker.MoveNext())
        {
            steps++;
        }

        return steps < 20;
    }

    // The doubles answer at once.
    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static Money? SumOf(IEnumerable<LedgerEntry> entries, EntryKind kind) =>
        entries.Where(entry => entry.Kind == kind).Select(entry => (Money?)entry.Amount).SumOrMissing();

    private static void AssertSame(FundState expected, FundState actual) =>
        Assert.Equal(JsonConvert.SerializeObject(expected), JsonConvert.SerializeObject(actual));
}
