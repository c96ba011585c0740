using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>
/// A file without a column that must be there is refused with the name of the column: the rest of its rows may be
/// right, and nothing of them can be posted.
/// </summary>
public sealed class MissingColumnTests
{
    public static TheoryData<string, string> Columns
    {
        get
        {
            TheoryData<string, string> columns = [];
            foreach (FlowSchema flow in FlowCatalogue.All)
            {
                foreach (Column column in flow.Columns.Where(column => column.Required))
                {
                    columns.Add(flow.Code, column.Name);
                }
            }

            return columns;
        }
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Process_FileWithoutARequiredColumn_IsRefusedForThat(string flow, string missing)
    {
        FlowSchema schema = FlowCatalogue.Find(flow)!;
        Column[] columns = [.. schema.Columns.Where(column => column.Name != missing)];
        string file = $"{string.Join(';', columns.Select(column => column.Name))}\n"
            + $"{string.Join(';', columns.Select(column => column.Example))}\n";
        using MemoryHub hub = new();
        string name = $"ente-udp/{flow}/{schema.SamplePeriod}/a.csv";
        ReceiptId id = hub.Put(name, file, 1);
        await hub.ProcessAsync(name);

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal(Outcome.Refused, receipt.Outcome);
        Assert.Contains(receipt.Problems, problem => problem.Code == "PZ2001" && problem.Column == missing);
    }
}
