using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>
/// PZ3021: a former ISTAT code, or the name of a Comune that is part of another, is the sender of today.
/// </summary>
public sealed class FormerBodyTests
{
    private static readonly Ambito Pavia = Ambiti.Pavia with
    {
        Senders =
        [
            .. Ambiti.Pavia.Senders.Where(sender => sender.Code != "018110"),
            Ambiti.Pavia.FindSender("018110")! with
            {
                FormerCodes =
                [
                    new FormerCode("018082", new DateOnly(2026, 1, 31), "Lirio"),
                    new FormerCode("018999", new DateOnly(2025, 12, 31), null),
                ],
            },
        ],
    };

    [Theory]
    [InlineData("018082", "018082, di Lirio, era in vigore fino al 31/01/2026: è letto come Pavia (018110).")]
    [InlineData("LIRIO", "018082, di Lirio, era in vigore fino al 31/01/2026: è letto come Pavia (018110).")]
    [InlineData("018999", "018999 era in vigore fino al 31/12/2025: è letto come Pavia (018110).")]
    public void Validate_FormerCodeOrName_IsTheBodyOfTodayWithAnInformation(string written, string words)
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Share(written);

        Assert.Equal(["PZ3021@C2"], result.Codes());
        Problem problem = result.Problems[0];
        Assert.Equal(
            (Outcome.Accepted, Severity.Info, "018110"), (result.Outcome, problem.Severity, problem.Expected));
        Assert.Equal($"Riga 2, colonna «ente» (cella C2): il codice ISTAT {words}", problem.Message);
        Assert.Equal("018110", accepted.Rows.Single().Cells["ente"].Text);
    }

    [Fact]
    public void Validate_FormerCodeWithoutItsZero_IsReadAsTheCodeInForce()
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Share("18082");

        Assert.Equal(["PZ3009@C2"], result.Codes());
        Assert.Equal("018110", result.Problems[0].Expected);
        Assert.Equal("018110", accepted.Rows.Single().Cells["ente"].Text);
    }

    [Fact]
    public void Validate_CodeInForce_HasNoInformation() => Assert.Empty(Share("018110").Result.Codes());

    /// <summary>The rows of both are of one body now: which sum is meant is for who sends to say.</summary>
    [Fact]
    public void Validate_RowsOfBothWithOneKey_AreADuplicateKey()
    {
        string[] rows = [Row("018110"), Row("018082")];

        Assert.Equal(
            ["PZ3021@C3", "PZ4004@3"],
            Check.File(Riparto.Schema, Pavia, "ente-udp", "2021", ArrayRows.Of(RipartoHeader, rows)).Result.Codes());
    }

    [Theory]
    [InlineData("018082", "018082")]
    [InlineData("018999", "018110")]
    [InlineData("018110", "018110")]
    public void Check_PathWithAFormerCode_IsOfTheSenderOfToday(string code, string place)
    {
        EnvelopeResult result = Envelope.Check($"{code}/spesa-sociale/2025/a.csv", _ => Pavia);

        Assert.Equal((code, "018110", place), (result.Sender, result.Context!.Sender.Code, result.Context.PlaceSender));
        ValidationResult verdict = Check.File(
            result.Context, ArrayRows.Of(SpesaHeader, "018110|2025|ANZIANI|Pasti|10,00|1")).Result;
        Assert.Equal(code == "018110" ? [] : ["PZ3021"], verdict.Codes());
        Assert.All(
            verdict.Problems,
            problem => Assert.StartsWith(
                "Percorso del file: il codice ISTAT", problem.Message, StringComparison.Ordinal));
    }

    /// <summary>An old receipt comes out as it was, whatever the configuration says today.</summary>
    [Fact]
    public void Validate_UnderTheRulesOf2026_1_AFormerCodeIsOfNobody()
    {
        UploadContext context = new(
            Pavia, Pavia.FindSender("ente-udp")!, Riparto.Schema, Contracts.Period.Parse("2021"), false);

        Assert.Equal(
            ["PZ3010@C2"], Check.File(context, ArrayRows.Of(RipartoHeader, Row("018082")), "2026.1").Result.Codes());
        Assert.Equal(
            ["PZ1009"],
            Envelope.Check("018082/spesa-sociale/2025/a.csv", _ => Pavia, "2026.1").Problems
                .Select(problem => problem.Code));
    }

    private static string Row(string body) => RipartoRow.With(RipartoHeader, "ente", body);

    private static (ValidationResult Result, Check.AcceptedCells Accepted) Share(string body) =>
        Check.File(Riparto.Schema, Pavia, "ente-udp", "2021", ArrayRows.Of(RipartoHeader, Row(body)));
}
