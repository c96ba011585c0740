using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using PianoZona.Testing;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class ODataFilterTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    public static TheoryData<object, string> Literals => new()
    {
        { "L'Aquila", "'L''Aquila'" },
        { "' or '1' eq '1", "''' or ''1'' eq ''1'" },
        { '\'', "''''" },
        { new StringBuilder("a'b"), "'a''b'" },
        { true, "true" },
        { 12, "12" },
        { -1.5, "-1.5" },
        { 12L, "12L" },
        { 12UL, "12L" },
        { Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833"), "guid'c9da6455-213d-42c9-9a79-3e9149a57833'" },
        { new byte[] { 0, 255 }, "X'00FF'" },
        { BinaryData.FromBytes(new byte[] { 10 }), "X'0A'" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), "datetime'2026-01-02T02:04:05Z'" },
        { new DateTime(2026, 1, 2, 3, 4, 5, 600, DateTimeKind.Utc), "datetime'2026-01-02T03:04:05.6Z'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void CreateQueryFilter_ValueOfEachType_IsItsLiteral(object value, string literal)
    {
        Assert.Equal($"X eq {literal}", TableClient.CreateQueryFilter($"X eq {value}"));
        Assert.Equal($"X eq {literal}", TableServiceClient.CreateQueryFilter($"X eq {value}"));
    }

    [Fact]
    public void CreateQueryFilter_ItalianCulture_WritesInvariantNumbers()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("it-IT");
        try
        {
            Assert.Equal("X eq 1234.5", TableClient.CreateQueryFilter($"X eq {1234.5}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void CreateQueryFilter_TypeWithoutLiteral_Throws() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"X eq {new Uri("http://x")}"));

    [Fact]
    public async Task CreateQueryFilter_EachTypeInTheService_FindsItsEntity()
    {
        TableClient table = new(azurite.ConnectionString, AzuriteFixture.UniqueName("filter"));
        await table.CreateAsync();
        Guid id = Guid.Parse("c9da6455-213d-42c9-9a79-3e9149a57833");
        DateTimeOffset moment = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);
        byte[] bytes = [1, 2, 254];
        await table.AddEntityAsync(new TableEntity("p", "yes")
        {
            ["T"] = "l'a%+&", ["I"] = 7, ["L"] = long.MaxValue, ["D"] = 1.5, ["B"] = true, ["G"] = id, ["M"] = moment, ["Y"] = bytes,
        });
        await table.AddEntityAsync(new TableEntity("p", "no")
        {
            ["T"] = "x", ["I"] = 8, ["L"] = 1L, ["D"] = 2.5, ["B"] = false, ["G"] = default(Guid), ["M"] = moment.AddDays(1), ["Y"] = new byte[1],
        });
        string[] filters =
        [
            TableClient.CreateQueryFilter($"T eq {"l'a%+&"}"),
            TableClient.CreateQueryFilter($"I eq {7}"),
            TableClient.CreateQueryFilter($"L eq {long.MaxValue}"),
            TableClient.CreateQueryFilter($"D eq {1.5}"),
            TableClient.CreateQueryFilter($"B eq {true}"),
            TableClient.CreateQueryFilter($"G eq {id}"),
            TableClient.CreateQueryFilter($"M eq {moment}"),
            TableClient.CreateQueryFilter($"Y eq {bytes}"),
        ];

        foreach (string filter in filters)
        {
            List<TableEntity> found = await table.QueryAsync<TableEntity>(filter).ToListAsync();
            Assert.True(found is [{ RowKey: "yes" }], filter);
        }
    }
}
