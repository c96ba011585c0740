using System.Globalization;
using System.Text;
using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Answers;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;
using PianoZona.Web.Layout;

namespace PianoZona.EndToEnd.Pages;

/// <summary>Pages of receipts as they are stored, of files that the hub's own examination has judged.</summary>
internal static class SamplePages
{
    private static readonly DateTimeOffset Fixed = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An accepted file.</summary>
    public static Task<string> AcceptedAsync() =>
        RenderAsync(
            "018030/spesa-sociale/2024/spesa 2024.csv",
            Csv.Spending("018030", 2024, ("ANZIANI", "1.234,56"), ("DISABILI", "2.000,00"), ("TOTALE", "3.234,56")));

    /// <summary>The usual refused file: 412 rows with the same mistake, in a file with a few others.</summary>
    public static Task<string> RefusedAsync()
    {
        StringBuilder text = new("ente;fondo;annualita;intervento;impegnato;liquidato;nota\n");
        for (int i = 1; i <= 420; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"018030;{(i == 415 ? "FNPX" : "DDN")};2024;Centro diurno {i};{(i <= 412 ? "n.d." : "10,00")};1,00;\n");
        }

        return RenderAsync("018030/rendicontazione/2025-T1/rendiconto <primo> trimestre.csv", text.ToString());
    }

    /// <summary>A refused file with one mistake in some rows.</summary>
    public static Task<string> OneCauseAsync(int rows) =>
        RenderAsync(
            "018030/rendicontazione/2025-T1/a.csv",
            "ente;fondo;annualita;intervento;impegnato\n"
                + string.Concat(
                    Enumerable
                        .Range(1, rows)
                        .Select(row => FormattableString.Invariant($"018030;DDN;2024;Centro {row};n.d.\n"))));

    /// <summary>
    /// A refused file with some kinds of mistakes, twelve at most: a wrong total, the others four times each, beside
    /// good rows of two funds.
    /// </summary>
    public static Task<string> CausesAsync(int causes)
    {
        const string Good =
            "018030;DDN;2024;Centro "
                + "diurno;01234567897;10/01/2025;20/01/2025;G11B21004560006;8745961356;100,00;50,00;saldo";
        (int Cell, string Value)[] mistakes =
        [
            (0, "Comune inesistente"),
            (1, "FNPX"),
            (2, "24"),
            (4, "01234567890"),
            (5, "31/02/2025"),
            (6, "05/01/2025"),
            (7, "G11B2100456000"),
            (8, "87459613"),
            (9, "n.d."),
            (10, "100,01"),
            (11, "=A1"),
        ];
        StringBuilder text = new(
            "ente;fondo;annualita;intervento;fornitore_piva;data_documento;data_pagamento;cup;cig;impegnato;liquidato;note\n"
        );
        for (int i = 0; i < (causes - 1) * 4; i++)
        {
            string[] cells = Good.Split(';');
            (int cell, string value) = mistakes[i % (causes - 1)];
            cells[3] += string.Create(CultureInfo.InvariantCulture, $" {i}");
            cells[cell] = value;
            text.AppendJoin(';', cells)
                .Append('\n')
                .Append(Good.Replace("DDN", i % 2 == 0 ? "DDN" : "QPE", StringComparison.Ordinal))
                .Append(i)
                .Append('\n');
        }

        text.Append("TOTALE;;;;;;;;;1,00;1,00;\n");
        return RenderAsync("018030/rendicontazione/2025-T1/rendiconto primo trimestre.csv", text.ToString());
    }

    private static async Task<string> RenderAsync(string name, string content)
    {
        Ambito ambito = AmbitoDocument.Read(TestAmbito.Json).Ambito!;
        UploadExamination examination = new(new UploadReader(new ReadLimits()), new UploadValidator());
        Examination found = await examination.ExamineAsync(
            Envelope.Check(name, _ => ambito),
            new Bytes(content),
            new Submission(NilReturn: false),
            CancellationToken.None);
        Receipt receipt = found.Receipt(ReceiptId.For(name, Fixed.UtcTicks, string.Empty), Fixed, Fixed);
        return await PageRenderer.RenderStoredAsync(
            ReceiptPages.Stored(receipt, new Uri("https://pianozona.example/")));
    }

    private sealed class Bytes(string text) : IUploadContent
    {
        private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public long Length => bytes.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
            new(new MemoryStream(bytes, writable: false));
    }
}
