using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests;

public sealed class EnvelopeTests
{
    [Fact]
    public void Check_GoodPath_Context()
    {
        EnvelopeResult result = Envelope.Check("019021/spesa-sociale/2025/spesa 2025.csv", AmbitoOf);

        Assert.Empty(result.Problems);
        Assert.Equal(
            ("019021", "spesa-sociale", "2025", "spesa 2025.csv"),
            (result.Sender, result.Flow, result.Period, result.FileName));
        Assert.Equal("Casalmaggiore", result.Context!.Sender.Name);
        Assert.False(result.Context.NilReturn);
    }

    [Theory]
    [InlineData("019021/spesa-sociale/2025", "PZ1008")]
    [InlineData("019021/spesa-sociale/2025/", "PZ1008")]
    [InlineData("019021//2025/a.csv", "PZ1008")]
    [InlineData("019021/spesa-sociale/2025/x/a.csv", "PZ1008")]
    [InlineData("", "PZ1008")]
    [InlineData("19021/spesa-sociale/2025/a.csv", "PZ1009")]
    [InlineData("ENTE-UDP/spesa-sociale/2025/a.csv", "PZ1009")]
    [InlineData("019021/spesa_sociale/2025/a.csv", "PZ1010")]
    [InlineData("019021/spesa-sociale/2025-T1/a.csv", "PZ1011")]
    [InlineData("019021/rendicontazione/2025-09/a.csv", "PZ1011")]
    [InlineData("019021/spesa-sociale/ieri/a.csv", "PZ1011")]
    [InlineData("019021/riparto/2025/a.csv", "PZ4010")]
    [InlineData("ente-coop-uno/popolazione/2025/a.csv", "PZ4010")]
    [InlineData("x/y/z/a.csv", "PZ1009,PZ1010,PZ1011")]
    public void Check_OneFault_ItsCode(string path, string expected)
    {
        EnvelopeResult result = Envelope.Check(path, AmbitoOf);

        Assert.Null(result.Context);
        Assert.Equal(expected, string.Join(',', result.Problems.Select(problem => problem.Code)));
        Assert.Equal(Outcome.Refused, ValidationResult.Unreadable(result.Problems).Outcome);
    }

    [Theory]
    [InlineData("ente-udp")]
    [InlineData("ente-concass")]
    [InlineData("ente-lead")]
    public void Check_FlowOfTheWholeAmbito_FromWhoMaySendIt(string sender)
    {
        Assert.NotNull(Envelope.Check($"{sender}/riparto/2025/a.csv", AmbitoOf).Context);
    }

    [Fact]
    public void Check_MisspeltFlow_SuggestsTheNearest()
    {
        EnvelopeResult result = Envelope.Check("019021/rendicontazioni/2025/a.csv", AmbitoOf);

        Assert.Equal("rendicontazione", result.Problems.Single().Expected);
    }

    private static Ambito? AmbitoOf(string sender) => Ambiti.OglioPo.FindSender(sender) is null ? null : Ambiti.OglioPo;
}
