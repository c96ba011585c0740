using System.Runtime.CompilerServices;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>
/// An old receipt comes out again as it was. The approved receipts were written by the rules of their time: never write
/// them anew.
/// </summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Cases => [.. Files.Keys];

    private static Dictionary<string, (string Header, string[] Rows)> Files =>
        new(StringComparer.Ordinal)
        {
            ["popolazione"] = (
                PopolazioneHeader,
                [PopolazioneRow, "19009|2021|598|561|1160", "Milano|2020|1|1|2", "TOTALE||8.152|8134|16287"]),
            ["assegnazioni"] = (
                AssegnazioniHeader,
                [
                    AssegnazioniRow,
                    "FPNS|2021|DGR|31/02/2021|€ 1 € 2|assegnato|",
                    "FNA|2021|||0,00|non ancora assegnato|",
                    "TOTALE||||566.334,16||",
                ]),
            ["riparto"] = (RipartoHeader, [RipartoRow, RipartoRow, "FNPS|2021|Rivarolo|12.50|popolazione"]),
            ["spesa-sociale"] = (
                SpesaHeader,
                [SpesaRow, "019021|2020|ANZIANISSIMI|=1+1|-1,00|1.000", "TOTALE||||11.920,00|58"]),
            ["rendicontazione"] = (
                RendicontazioneHeader,
                [
                    RendicontazioneRow.With(RendicontazioneHeader, "cig", "8745961A3B"),
                    RendicontazioneRow.With(RendicontazioneHeader, "cig", "8745961A3B"),
                    RendicontazioneRow.With(RendicontazioneHeader, "cig", "Z1A2B3C4D5"),
                    RendicontazioneRow.With(RendicontazioneHeader, "cig", "X"),
                    RendicontazioneRow.With(RendicontazioneHeader, "liquidato", "1.250,01"),
                    RendicontazioneRow.With(RendicontazioneHeader, "data_pagamento", "29/06/2021"),
                    RendicontazioneRow.With(RendicontazioneHeader, "intervento", "Pronto intervento"),
                    RendicontazioneRow + "|x",
                ]),
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Validate_UnderTheRulesOf2026_1_SameReceiptByteForByte(string flow)
    {
        (string header, string[] rows) = Files[flow];
        (ValidationResult verdict, _) = Check.Under("2026.1", FlowCatalogue.Find(flow)!, "2021", header, rows);
        DateTimeOffset day = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        Receipt receipt = new(
            "numero",
            "ente-udp",
            flow,
            "2021",
            "file.csv",
            new string('0', 64),
            day,
            day,
            "2026.1",
            verdict.Outcome,
            verdict.Rows,
            verdict.Totals,
            verdict.CheckTotals,
            verdict.Problems,
            verdict.ProblemCounts);

        Assert.Equal(Stored(flow), ReceiptJson.Write(receipt));
    }

    private static string Stored(string flow, [CallerFilePath] string caller = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(caller)!, "Approved", $"{flow}.2026.1.json"));
}
