using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Chooses the sheet to read: the one named as the flow, hidden or not; else the only visible one with something in it.
/// </summary>
/// <param name="workbook">The file.</param>
/// <param name="flow">Name of the sheet to read, if there is one of that name.</param>
/// <param name="orFirst">Whether the first of several is read where it is not clear which.</param>
internal sealed class SheetChoice(OpenWorkbook workbook, string? flow, bool orFirst)
{
    /// <summary>The sheet and its first rows.</summary>
    /// <exception cref="WorkbookFaultException">
    /// PZ1006: it is not clear which; PZ1001: nothing is written in any.
    /// </exception>
    public (SheetEntry Sheet, SheetTop Top) Choose()
    {
        IReadOnlyList<SheetEntry> sheets = workbook.Sheets;
        List<SheetEntry> candidates = flow is null
            ? []
            : [.. sheets.Where(sheet => NameKey.Of(sheet.Name) == NameKey.Of(flow))];
        if (candidates.Count == 0)
        {
            candidates = [.. sheets.Where(sheet => sheet.IsVisible)];
        }

        List<(SheetEntry Sheet, SheetTop Top)> filled = [];
        foreach (SheetEntry sheet in candidates)
        {
            using SheetRows rows = workbook.Rows(sheet);
            SheetTop top = SheetTop.Read(rows);
            if (!top.IsEmpty || top.Fault != SheetFault.None)
            {
                filled.Add((sheet, top));
            }
        }

        return filled.Count switch
        {
            1 => filled[0],
            0 => throw new WorkbookFaultException(Refusal.Empty()),
            _ when orFirst => filled[0],
            _ => throw new WorkbookFaultException(
                Refusal.WhichSheet([.. filled.Select(item => item.Sheet.Listed)], flow)),
        };
    }
}
