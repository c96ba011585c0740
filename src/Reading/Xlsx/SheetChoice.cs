using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Chooses the sheet to read: the one named as the flow, hidden or not; else the only visible one with something in it.
/// </summary>
internal sealed class SheetChoice(OpenWorkbook workbook, string? flow)
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
            _ => throw new WorkbookFaultException(
                Refusal.WhichSheet([.. filled.Select(item => item.Sheet.Name)], flow)),
        };
    }
}
