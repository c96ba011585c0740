using PianoZona.Contracts;
using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Hub.Tests;

/// <summary>A table that does not agree with the books does not leave the hub.</summary>
public sealed class ExportTablesTests
{
    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(100, 101, false)]
    public async Task Make_Table_IsGivenWhenItsTotalsAreThoseOfTheBooks(int table, int books, bool isGiven)
    {
        using MemoryHub hub = new();
        Sample export = new(new ReportCheck("totale", new Money(table), new Money(books)));

        ReportTable? made = await hub.Get<ExportTables>().MakeAsync(
            export, hub.Ambito, Period.Parse("2025"), new DateOnly(2026, 2, 1), default);
        Assert.Equal(isGiven, made is not null);
        Assert.Equal("2025", export.Asked!.Period.Text);
    }

    private sealed class Sample(ReportCheck check) : IExport
    {
        public ExportInput? Asked { get; private set; }

        public string Name => "prova";

        public string Title => "Prova";

        public ReportTable Build(ExportInput input)
        {
            Asked = input;
            return new ReportTable(Title, [], [], [check]);
        }
    }
}
