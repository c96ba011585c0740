using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Xlsx;

/// <summary>Opens an XLSX: a first pass over the whole sheet, then its rows.</summary>
internal sealed class XlsxFormat(ReadLimits limits)
{
    /// <summary>Opens an XLSX.</summary>
    /// <param name="content">The bytes; the source that is returned owns them.</param>
    /// <param name="blocks">The stream of the content, its first block read.</param>
    /// <param name="flow">Name of the sheet to read, if there is one of that name.</param>
    /// <param name="orFirst">Whether the first of several sheets is read where it is not clear which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ReadResult> OpenAsync(
        RereadableContent content,
        HashedBlocks blocks,
        string? flow,
        bool orFirst,
        CancellationToken cancellationToken)
    {
        Stream bytes = await content.KeepAsync(blocks, cancellationToken);
        string sha256 = blocks.Sha256();
        WorkbookPackage? package = null;
        XlsxRowSource? opened = null;
        try
        {
            WorkbookPackage parts = package = DamageGuard.Read(() => WorkbookPackage.Open(bytes));
            opened = DamageGuard.Read(() =>
            {
                OpenWorkbook workbook = new(parts, limits);
                return Open(content, workbook, new SheetChoice(workbook, flow, orFirst), sha256, cancellationToken);
            });
            return new ReadResult(opened, sha256, []);
        }
        catch (WorkbookFaultException fault)
        {
            return Refusal.Of(sha256, fault.Problem);
        }
        finally
        {
            if (opened is null)
            {
                package?.Dispose();
                await bytes.DisposeAsync();
            }
        }
    }

    private XlsxRowSource Open(
        RereadableContent content,
        OpenWorkbook workbook,
        SheetChoice choice,
        string sha256,
        CancellationToken cancellationToken)
    {
        (SheetEntry sheet, SheetTop top) = choice.Choose();
        if (top.IsEmpty)
        {
            using SheetRows first = workbook.Rows(sheet);
            first.Next();
            throw new WorkbookFaultException(SheetFaultText.Of(first));
        }

        if (HeaderCheck.LooksLikeData(top.Header))
        {
            throw new WorkbookFaultException(Refusal.NoHeader(top.HeaderRow));
        }

        SheetEdges edges = new();
        using SheetRows all = workbook.Rows(sheet, edges);
        IReadOnlyList<ColumnEvidence> evidence = SheetEvidence.Gather(
            all, top.HeaderRow, top.Header.Count, cancellationToken);
        FileSurvey survey = new(sha256, $"XLSX, {sheet.Words}", FileSurvey.NoSeparator, evidence);
        return new XlsxRowSource(content, workbook, sheet, top, survey, limits.MaxRows) { Edges = edges.Found };
    }
}
