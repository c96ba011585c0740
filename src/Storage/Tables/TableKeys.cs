using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Storage.Tables;

/// <summary>
/// The keys of the ledger's tables: parts joined by <c>|</c>, which no part may hold, so that a prefix is a range.
/// </summary>
internal static partial class TableKeys
{
    private const char Separator = '|';

    // The character after the separator: prefix + separator ≤ key < prefix + this holds for the keys under the prefix
    // only.
    private const char AfterSeparator = '}';

    private const string PointerPrefix = "c";
    private const string VersionPrefix = "v";

    /// <summary>Partition of a flow and period: its senders share it, but never a row.</summary>
    public static string Partition(UploadSlot slot) => Partition(slot.Ambito, slot.Flow, slot.Period);

    /// <summary>Partition of a flow and period.</summary>
    public static string Partition(string ambito, string flow, string period) => Join(ambito, flow, period);

    /// <summary>Partition of a fund year.</summary>
    public static string Partition(string ambito, FundKey fund) =>
        Join(ambito, fund.Fund, fund.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>Row that says which posting of a sender is in force.</summary>
    public static string Pointer(string sender) => Join(PointerPrefix, sender);

    /// <summary>First row of a posting, for ever: by sender and time.</summary>
    /// <exception cref="ArgumentException">
    /// The sequence is no moment, or a part holds a character that keys may not hold.
    /// </exception>
    public static string Version(Posting posting)
    {
        // Digits of one length, so that versions lie in the order of time; a minus sign would break it.
        string sequence = posting.Sequence >= 0
            ? posting.Sequence.ToString("D19", CultureInfo.InvariantCulture)
            : throw new ArgumentException("The sequence is negative.", nameof(posting));
        string hash = ReceiptId.FingerprintOf(posting.ReceiptId);
        return Join(VersionPrefix, posting.Slot.Sender, sequence, hash);
    }

    /// <summary>A further row of what one row cannot hold, from 1.</summary>
    public static string Part(string rowKey, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{rowKey}{Separator}{index:D4}");

    /// <summary>Whether a row says which posting is in force.</summary>
    public static bool IsPointer(string rowKey) =>
        rowKey.StartsWith(PointerPrefix + Separator, StringComparison.Ordinal);

    /// <summary>The first row of the posting that a row belongs to.</summary>
    public static string VersionOf(string rowKey) => string.Join(Separator, rowKey.Split(Separator).Take(4));

    /// <summary>The slot of a pointer.</summary>
    public static UploadSlot SlotOf(TableEntity pointer)
    {
        string[] partition = pointer.PartitionKey.Split(Separator);
        return new UploadSlot(partition[0], pointer.RowKey.Split(Separator)[1], partition[1], partition[2]);
    }

    /// <summary>The rows of all partitions of an Ambito.</summary>
    public static string InAmbito(string ambito) => Under(Join(ambito));

    /// <summary>The rows of all fund years of a fund.</summary>
    public static string InFund(string ambito, string fund) => Under(Join(ambito, fund));

    /// <summary>The pointers of all partitions of an Ambito.</summary>
    public static string PointersInAmbito(string ambito) => $"{InAmbito(ambito)} and {EveryPointer()}";

    /// <summary>The pointers of some senders in all partitions of an Ambito.</summary>
    public static string PointersInAmbito(string ambito, IReadOnlyCollection<string> senders)
    {
        IEnumerable<string> rows = senders.Select(
            sender => TableClient.CreateQueryFilter($"RowKey eq {Pointer(sender)}"));
        return $"{InAmbito(ambito)} and ({string.Join(" or ", rows)})";
    }

    /// <summary>The pointers of all periods of a year of a flow: a period begins with its year.</summary>
    public static string PointersInYear(string ambito, string flow, int year)
    {
        string first = Partition(ambito, flow, year.ToString("D4", CultureInfo.InvariantCulture));
        string periods = TableClient.CreateQueryFilter(
            $"PartitionKey ge {first} and PartitionKey lt {first + AfterSeparator}");
        return $"{periods} and {EveryPointer()}";
    }

    /// <summary>The first row of the version of an upload: in its slot, by receipt.</summary>
    public static string VersionOf(UploadSlot slot, string receiptId)
    {
        string prefix = Join(VersionPrefix, slot.Sender);
        string versions = BetweenKeys(Partition(slot), prefix);
        return $"{versions} and {TableClient.CreateQueryFilter($"ReceiptId eq {receiptId}")}";
    }

    /// <summary>The further rows of a row.</summary>
    public static string Parts(string partition, string rowKey) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey gt {rowKey + Separator} and RowKey lt {rowKey + AfterSeparator}");

    private static string EveryPointer() => TableClient.CreateQueryFilter(
        $"RowKey ge {PointerPrefix + Separator} and RowKey lt {PointerPrefix + AfterSeparator}");

    private static string Under(string prefix) =>
        TableClient.CreateQueryFilter(
            $"PartitionKey ge {prefix + Separator} and PartitionKey lt {prefix + AfterSeparator}");

    private static string Join(params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (!PartForm().IsMatch(part))
            {
                throw new ArgumentException(
                    "A part of a table key holds letters, digits, dots and hyphens only.", nameof(parts));
            }
        }

        return string.Join(Separator, parts);
    }

    [GeneratedRegex("^[A-Za-z0-9.-]+\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartForm();

    private static string BetweenKeys(string partition, string prefix) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey ge {prefix + Separator} and RowKey lt {prefix + AfterSeparator}");
}
