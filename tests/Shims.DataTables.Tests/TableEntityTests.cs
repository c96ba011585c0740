using Azure;
using Azure.Data.Tables;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class TableEntityTests
{
    [Fact]
    public void TypedGetters_ValueOfAnotherType_Throw()
    {
        TableEntity entity = new("p", "r") { ["Text"] = "1", ["Int"] = 1 };

        Assert.Throws<InvalidOperationException>(() => entity.GetInt32("Text"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetDouble("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetBoolean("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetGuid("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetDateTime("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetDateTimeOffset("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetBinary("Int"));
        Assert.Throws<InvalidOperationException>(() => entity.GetBinaryData("Int"));
        Assert.Throws<ArgumentException>(() => entity.GetString(string.Empty));
    }

    [Fact]
    public void TypedGetters_NoProperty_ReturnNull()
    {
        TableEntity entity = [];

        Assert.Null(entity.GetString("X"));
        Assert.Null(entity.GetInt32("X"));
        Assert.Null(entity.GetInt64("X"));
        Assert.Null(entity.GetDouble("X"));
        Assert.Null(entity.GetBoolean("X"));
        Assert.Null(entity.GetGuid("X"));
        Assert.Null(entity.GetDateTime("X"));
        Assert.Null(entity.GetDateTimeOffset("X"));
        Assert.Null(entity.GetBinary("X"));
        Assert.Null(entity.GetBinaryData("X"));
        Assert.Null(entity["X"]);
        Assert.Null(entity.PartitionKey);
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
    }

    [Fact]
    public void TypedGetters_ConvertibleMoments_Convert()
    {
        DateTime utc = new(2026, 11, 21, 1, 2, 3, DateTimeKind.Utc);
        TableEntity entity = new("p", "r") { ["A"] = utc, ["B"] = new DateTimeOffset(utc) };

        Assert.Equal(new DateTimeOffset(utc), entity.GetDateTimeOffset("A"));
        Assert.Equal(utc, entity.GetDateTime("B"));
        Assert.Equal("2026-11-21T01:02:03.0000000Z", entity.GetString("A"));
        Assert.Equal("2026-11-21T01:02:03.0000000+00:00", entity.GetString("B"));
    }

    [Fact]
    public void Indexer_ValueOfAnotherType_ConvertsWhereSafeAndElseThrows()
    {
        TableEntity entity = new("p", "r") { ["Long"] = 1L, ["Double"] = 1d, ["Int"] = 1, ["Text"] = "x" };

        entity["Long"] = 2;
        entity["Double"] = 3;
        entity["Int"] = 4L;

        Assert.Equal((2L, 3d, 4L), (entity["Long"], entity["Double"], entity["Int"]));
        Assert.Throws<InvalidOperationException>(() => entity["Text"] = 1);
        Assert.Throws<InvalidOperationException>(() => entity["Double"] = "1");
        entity["Text"] = null;
        entity["Text"] = 1;
        Assert.Equal(1, entity["Text"]);
    }

    [Fact]
    public void Dictionary_SystemProperties_AreAmongThem()
    {
        TableEntity entity = new(new Dictionary<string, object>(StringComparer.Ordinal) { ["PartitionKey"] = "p", ["A"] = 1 })
        {
            RowKey = "r",
            ETag = new ETag("W/\"1\""),
            Timestamp = DateTimeOffset.UnixEpoch,
        };

        Assert.Equal("p", entity.PartitionKey);
        Assert.Equal(["PartitionKey", "A", "RowKey", "odata.etag", "Timestamp"], entity.Keys, StringComparer.Ordinal);
        Assert.Equal(5, entity.Count);
        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
        Assert.True(entity.TryGetValue("A", out object? value) && value is 1);
        Assert.True(entity.Remove("A"));
        Assert.False(entity.ContainsKey("A"));
        entity.Clear();
        Assert.Empty(entity);
    }
}
