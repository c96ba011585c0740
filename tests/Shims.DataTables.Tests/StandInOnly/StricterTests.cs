using Azure;
using Azure.Data.Tables;

namespace PianoZona.Shims.DataTables.Tests.StandInOnly;

/// <summary>What is refused here, and stored with another type or in another way by the genuine package.</summary>
public sealed class StricterTests
{
    private readonly TableClient table = new("UseDevelopmentStorage=true", "Unused");

    public static TheoryData<object> Values => new(
        1.5m, 1.5f, (short)1, 'c', DayOfWeek.Monday, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local), new[] { 1 });

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AddEntityAsync_TypeThatTablesDoNotHave_ThrowsBeforeAnyRequest(object value) =>
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["X"] = value }));

    [Fact]
    public async Task AddEntityAsync_PublicField_ThrowsRatherThanLoseIt() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new PlanWithField { PartitionKey = "p", RowKey = "r" }));
}

internal sealed class PlanWithField : ITableEntity
{
#pragma warning disable CA1051, S1104, MA0069, CS0649 // A public field is what the test is about.
    public int Amount;
#pragma warning restore CA1051, S1104, MA0069, CS0649

    public required string PartitionKey { get; set; }

    public required string RowKey { get; set; }

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}
