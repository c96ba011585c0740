using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Storage.Tests.Support;

/// <summary>Entries that hardly compress: about 100 bytes each.</summary>
internal static class LargePosting
{
    public static LedgerEntry[] Entries(int count)
    {
        Random random = new(20211231);
        byte[] noise = new byte[90];
        LedgerEntry[] entries = new LedgerEntry[count];
        for (int i = 0; i < count; i++)
        {
            random.NextBytes(noise);
            entries[i] = new LedgerEntry(
                new FundKey("FNPS", 2021),
                EntryKind.Committed,
                "019021",
                Convert.ToHexString(noise),
                new Money(i),
                RowSet.Parse("2"));
        }

        return entries;
    }
}
