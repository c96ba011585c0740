using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Hub.Filling;
using PianoZona.Reading;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>What is typed is what the file holds, whatever it is.</summary>
public sealed class TableFileTests
{
    // Pieces that mean something in a CSV or a spreadsheet, among what people type.
    private static readonly Gen<string> Cell = Gen.Frequency(
        (1, Gen.Constant(string.Empty)),
        (4, Gen.Elements(
                ";", "\"", "\"\"", ",", "\t", "\r\n", "\n", "\r", "=", "=1+1", "+39", "-", "@", "'", "TOTALE",
                "1.234,56", "0", " ", "\u00a0", "à", "€", "😀", "ente", "anno", "RSSMRA", "\u2028", "#", "|")
            .ArrayOf().Select(string.Concat)));

    private static readonly FlowSchema[] Flows = [.. FlowCatalogue.All.Where(flow => flow.Online is not null)];

    private readonly TableFile file = new(new UploadReader(new ReadLimits()));

    [Fact]
    public void Online_Flows_AreThoseOfAFewRows() => Assert.Equal(
        ["spesa-sociale", "unita-offerta", "fsr-rilevazione", "casi-gepi", "indicatori"],
        Flows.Select(flow => flow.Code));

    [Fact]
    public void ReadAsync_WhatWasWritten_IsWhatWasTyped() => Prop.ForAll(
            (from flow in Gen.Elements(Flows)
             from rows in Cell.ArrayOf(flow.Columns.Count).ArrayOf()
             select (flow, rows)).ToArbitrary(),
            async one =>
            {
                // A row of blanks is none.
                string[][] typed = [.. one.rows.Where(row => !row.All(string.IsNullOrWhiteSpace))];
                Assert.Equal(typed, await ReadAsync(one.flow, TableFile.Write(one.flow, typed)));
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public async Task ReadAsync_AFileWithoutRows_HasNone() =>
        Assert.Empty(await ReadAsync(SpesaSociale.Schema, TableFile.Write(SpesaSociale.Schema, [])));

    [Fact]
    public async Task ReadAsync_AFileThatWasEmptied_HasNone() => Assert.Empty(await ReadAsync(SpesaSociale.Schema, []));

    private Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(FlowSchema flow, byte[] bytes) =>
        file.ReadAsync(flow, new Bytes(bytes), default);

    private sealed class Bytes(byte[] bytes) : IUploadContent
    {
        public long Length => bytes.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<Stream>(new MemoryStream(bytes, writable: false));
    }
}
