using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Workbooks.Tests;

public sealed class ReturnedWorkbookProperties
{
    private static readonly Gen<string[]> Texts =
        from texts in ArbMap.Default.GeneratorFor<string[]>()
        where texts.Length is > 0 and < 12
        select texts.Select(text => text ?? string.Empty).ToArray();

    /// <summary>An upload that is posted must not fail at its sheet: any text can be written.</summary>
    [Fact]
    public void WriteAsync_AnyTexts_IsAValidWorkbook() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40),
            Prop.ForAll(Texts.ToArbitrary(), texts => IsValid(texts).GetAwaiter().GetResult()));

    private static async Task<bool> IsValid(string[] texts)
    {
        Problem[] problems =
        [
            .. texts.Select(
                (text, i) =>
                    RuleCatalogue.Of("PZ3002").At(new Location(i + 2, text, $"A{i + 2}", text, text), ("valore", text))
            ),
        ];
        Receipt receipt = CsvUpload.Receipt(Outcome.Refused, problems) with { Flow = texts[0], FileName = texts[^1] };
        using MemoryStream stream = new();
        await ReturnedWorkbook.WriteAsync(receipt, new TextRows(texts), stream, CancellationToken.None);
        using Opened workbook = new(stream.ToArray());
        return !workbook.Mistakes.Any() && workbook.SheetNames.Length == 2;
    }
}
