using System.Globalization;
using System.Text;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Pages;
using PianoZona.Functions.Pipeline;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.EndToEnd.Pages;

/// <summary>Pages of receipts as they are stored, of files that the hub's own examination has judged.</summary>
internal static class SamplePages
{
    private static readonly DateTimeOffset Fixed = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An accepted file.</summary>
    public static Task<string> AcceptedAsync() => RenderAsync(
        "018030/spesa-sociale/2024/spesa 2024.csv", Csv.Spending("018030", 2024, ("ANZIANI", "1.234,56"), ("DISABILI", "2.000,00"), ("TOTALE", "3.234,56")));

    /// <summary>The usual refused file: 412 rows with the same mistake, in a file with a few others.</summary>
    public static Task<string> RefusedAsync()
    {
        StringBuilder text = new("ente;fondo;annualita;intervento;impegnato;liquidato;nota\n");
        for (int i = 1; i <= 420; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"018030;{(i == 415 ? "FNPX" : "DDN")};2024;Centro diurno {i};{(i <= 412 ? "n.d." : "10,00")};1,00;\n");
        }

        return RenderAsync("018030/rendicontazione/2025-T1/rendiconto <primo> trimestre.csv", text.ToString());
    }

    private static async Task<string> RenderAsync(string name, string content)
    {
        Ambito ambito = AmbitoDocument.Read(TestAmbito.Json).Ambito!;
        UploadExamination examination = new(new UploadReader(new ReadLimits()), new UploadValidator());
        Examination found = await examination.ExamineAsync(
            Envelope.Check(name, _ => ambito), new Bytes(content), new Submission(NilReturn: false), CancellationToken.None);
        Receipt receipt = found.Receipt(ReceiptId.For(name, Fixed.UtcTicks, string.Empty), Fixed, Fixed);
        return ReceiptPage.Render(receipt, ReceiptLinks.Stored(receipt, new Uri("https://pianozona.example/")));
    }

    private sealed class Bytes(string text) : IUploadContent
    {
        private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public long Length => bytes.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => new(new MemoryStream(bytes, writable: false));
    }
}
