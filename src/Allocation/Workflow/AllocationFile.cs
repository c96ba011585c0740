using System.Globalization;
using System.Text;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Allocation.Workflow;

/// <summary>The file of flow <c>riparto</c>, as the Ufficio di Piano would send it.</summary>
public static class AllocationFile
{
    /// <summary>The bytes: UTF-8, semicolons, one row for each share.</summary>
    public static byte[] Write(IReadOnlyList<AllocatedRow> rows)
    {
        StringBuilder text = new();
        text.AppendJoin(';', Riparto.Schema.Columns.Select(column => column.Name)).Append("\r\n");
        foreach (AllocatedRow row in rows)
        {
            text.AppendJoin(';',
                row.Fund.Fund,
                row.Fund.Year.ToString(CultureInfo.InvariantCulture),
                row.Body,
                row.Amount.Euro.ToString("0.00", Italian.Culture),
                Quoted(row.Criterion),
                Quoted(row.Act),
                row.Date is { } date ? Italian.Day(date) : null).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string? value) =>
        value is null ? string.Empty : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
