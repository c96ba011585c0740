using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace PianoZona.Shims.DataTables.Tests;

internal enum PlanState
{
    Draft,
    Approved,
}

/// <summary>An entity with a property of every type.</summary>
internal sealed class Plan : ITableEntity
{
    public string PartitionKey { get; set; } = string.Empty;

    public string RowKey { get; set; } = string.Empty;

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    [DataMember(Name = "nome_comune")]
    public string? Name { get; set; }

    [IgnoreDataMember]
    public string? Ignored { get; set; }

    public int Number { get; set; }

    public int? OptionalNumber { get; set; }

    public long Cents { get; set; }

    public long? OptionalCents { get; set; }

    public ulong Unsigned { get; set; }

    public double Share { get; set; }

    public double? OptionalShare { get; set; }

    public bool Final { get; set; }

    public bool? OptionalFinal { get; set; }

    public Guid Id { get; set; }

    public Guid? OptionalId { get; set; }

    public DateTime Moment { get; set; } = DateTime.UnixEpoch;

    public DateTimeOffset Offset { get; set; }

    public DateTimeOffset? OptionalOffset { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public PlanState State { get; set; }

    public PlanState? OptionalState { get; set; }

    public int Double => Number * 2;

    public static Plan Sample() => new()
    {
        PartitionKey = "p",
        RowKey = "r",
        Name = "Bra",
        Ignored = "x",
        Number = 3,
        OptionalNumber = 4,
        Cents = long.MaxValue,
        OptionalCents = 1,
        Unsigned = 7,
        Share = 2,
        OptionalShare = double.NaN,
        Final = true,
        OptionalFinal = false,
        Id = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
        OptionalId = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57834"),
        Moment = new DateTime(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc),
        Offset = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero),
        OptionalOffset = DateTimeOffset.UnixEpoch,
        Bytes = [1, 2],
        Data = BinaryData.FromBytes(new byte[] { 3 }),
        State = PlanState.Approved,
        OptionalState = PlanState.Approved,
    };

    /// <summary>What must come back.</summary>
    public object[] Content() =>
    [
        Name ?? "-", Number, OptionalNumber ?? 0, Cents, OptionalCents ?? 0, Unsigned, Share, OptionalShare?.ToString("R", null) ?? "-",
        Final, OptionalFinal?.ToString() ?? "-", Id, OptionalId ?? default, Moment, Offset, OptionalOffset?.ToString("O", null) ?? "-",
        Convert.ToHexString(Bytes ?? []), Convert.ToHexString(Data?.ToArray() ?? []), State, OptionalState?.ToString() ?? "-",
    ];
}

/// <summary>An entity whose keys are only those of the interface.</summary>
internal sealed class ExplicitPlan : ITableEntity
{
    private string partitionKey = string.Empty;
    private string rowKey = string.Empty;

    public ExplicitPlan()
    {
    }

    public ExplicitPlan(string partitionKey, string rowKey)
    {
        this.partitionKey = partitionKey;
        this.rowKey = rowKey;
    }

    public int Amount { get; set; }

    string ITableEntity.PartitionKey { get => partitionKey; set => partitionKey = value; }

    string ITableEntity.RowKey { get => rowKey; set => rowKey = value; }

    DateTimeOffset? ITableEntity.Timestamp { get; set; }

    ETag ITableEntity.ETag { get; set; }
}
