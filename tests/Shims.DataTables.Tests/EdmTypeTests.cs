using Azure.Data.Tables;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class EdmTypeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, AzuriteFixture.UniqueName("types"));

    public static TheoryData<object> Values => new(
        string.Empty,
        "perché \"no\"? 12'€\n😀",
        "2026-11-21T00:00:00Z",
        "NaN",
        true,
        false,
        0,
        int.MinValue,
        int.MaxValue,
        0L,
        long.MinValue,
        long.MaxValue,
        0d,
        5d,
        -0.1,
        1e300,
        double.Epsilon,
        3_000_000_000d,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        Guid.Parse("00000000-0000-0000-0000-000000000000"),
        Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"),
        new DateTimeOffset(2026, 11, 21, 10, 30, 59, 123, TimeSpan.Zero),
        new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Array.Empty<byte>(),
        new byte[] { 0, 1, 254, 255 });

    public Task InitializeAsync() => table.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Values))]
    public async Task TableEntity_ValueOfEachType_ComesBackWithItsType(object value)
    {
        await table.AddEntityAsync(new TableEntity("p", "single") { ["X"] = value });
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "batch") { ["X"] = value })]);

        TableEntity single = await table.GetEntityAsync<TableEntity>("p", "single");
        TableEntity batch = await table.QueryAsync<TableEntity>("RowKey eq 'batch'").SingleAsync();

        Assert.IsType(value.GetType(), single["X"]);
        Assert.Equal(value, single["X"]);
        Assert.IsType(value.GetType(), batch["X"]);
        Assert.Equal(value, batch["X"]);
    }

    [Fact]
    public async Task TableEntity_TypesThatTheServiceHasAnother_ComeBackAsTheService()
    {
        DateTime moment = new(2026, 11, 21, 10, 30, 59, DateTimeKind.Utc);
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Utc"] = moment,
            ["Rome"] = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)),
            ["Data"] = BinaryData.FromBytes(new byte[] { 1, 2 }),
            ["Unsigned"] = 12UL,
            ["Nothing"] = null,
        });

        TableEntity read = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(moment, read.GetDateTime("Utc"));
        Assert.Equal(DateTimeKind.Utc, read.GetDateTime("Utc")!.Value.Kind);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero), read.GetDateTimeOffset("Rome"));
        Assert.Equal(TimeSpan.Zero, read.GetDateTimeOffset("Rome")!.Value.Offset);
        Assert.Equal(new byte[] { 1, 2 }, read.GetBinary("Data"));
        Assert.Equal(new byte[] { 1, 2 }, read.GetBinaryData("Data")!.ToArray());
        Assert.Equal(12L, read.GetInt64("Unsigned"));
        Assert.False(read.ContainsKey("Nothing"));
    }

    [Fact]
    public async Task Poco_EveryPropertyType_ComesBack()
    {
        Plan written = Plan.Sample();
        await table.AddEntityAsync(written);
        await table.UpsertEntityAsync(new Plan { PartitionKey = "p", RowKey = "empty" }, TableUpdateMode.Replace);

        Plan read = await table.GetEntityAsync<Plan>("p", "r");
        Plan empty = await table.QueryAsync<Plan>("RowKey eq 'empty'").SingleAsync();

        Assert.Equivalent(written.Content(), read.Content(), strict: true);
        Assert.Equivalent(new Plan().Content(), empty.Content(), strict: true);
        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Poco_Attributes_RenameAndIgnore()
    {
        await table.AddEntityAsync(Plan.Sample());

        TableEntity raw = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal("Bra", raw.GetString("nome_comune"));
        Assert.Equal("Approved", raw.GetString("State"));
        Assert.Equal(6, raw.GetInt32("Double"));
        Assert.False(raw.ContainsKey("Name"));
        Assert.False(raw.ContainsKey("Ignored"));
        Assert.False(raw.ContainsKey("ETag"));
    }

    [Fact]
    public async Task Poco_ExplicitKeys_AreWrittenAndRead()
    {
        await table.AddEntityAsync(new ExplicitPlan("p", "explicit") { Amount = 12 });

        ExplicitPlan read = await table.GetEntityAsync<ExplicitPlan>("p", "explicit");

        Assert.Equal(12, read.Amount);
        Assert.Equal(("p", "explicit"), (((ITableEntity)read).PartitionKey, ((ITableEntity)read).RowKey));
    }

    [Fact]
    public async Task Poco_StoredTypeIsAnother_Throws()
    {
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Amount"] = "dodici" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<ExplicitPlan>("p", "r"));
    }
}
