using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;

namespace PianoZona.Validation.Tests;

/// <summary>What happens to a unit is told in time by the deadline that counts from it (PZ1015).</summary>
public sealed class EventInTimeTests
{
    private static readonly DeadlineRule TenDays = new(
        "afam", "unita-offerta", new DueRule.DaysAfterEvent(10), From: null, SenderKind.Provider, Offsets: [],
        RollForward: false, Soft: false);

    [Theory]
    [InlineData(false, "2021-09-25", "PZ1015@I2")] // a Saturday after ten days
    [InlineData(true, "2021-09-25", null)]
    [InlineData(true, "2021-09-27", null)]
    [InlineData(true, "2021-09-28", "PZ1015@I2")]
    public void Check_EventOfAUnit_RollsForwardWhereTheAmbitoSaysSo(bool rollForward, string day, string? expected)
    {
        DeadlineRule ofComuni = TenDays with
        {
            Id = "comuni", Audience = SenderKind.Comune, Due = new DueRule.DaysAfterEvent(3),
        };
        Ambito ambito = With(ofComuni, TenDays with { RollForward = rollForward });
        string row = UnitaRow.With(UnitaHeader, "data_evento", rollForward ? "15/09/2021" : "14/09/2021");

        Assert.Equal(Codes(expected), Of(ambito, day, row).Codes());
    }

    [Theory]
    [InlineData("2021-09-24", "VARIATA", null)]
    [InlineData("2021-09-25", "VARIATA", "PZ1015@I2")]
    [InlineData("2021-12-31", "CONFERMATA", null)]
    public void Check_EventOfAUnit_WithinTenDays(string day, string state, string? expected)
    {
        ValidationResult result = Of(With(TenDays), day, UnitaRow.With(UnitaHeader, "stato", state));

        Assert.Equal(Codes(expected), result.Codes());
        Assert.Equal(expected is null ? 0 : 1, result.Rows.Warned);
        Assert.Equal(1, result.Rows.Accepted);
    }

    [Theory]
    [InlineData(false, false, null, "PZ1015@I2")]
    [InlineData(true, false, null, null)]
    [InlineData(false, true, null, null)]
    [InlineData(true, false, "2021-09-30", "PZ1015@I2")] // whose day staff has moved
    [InlineData(false, false, "2021-12-31", null)]
    public void Check_LateEventOfAUnit_IsToldOfAStrictDeadlineOnly(
        bool builtIn, bool soft, string? movedTo, string? expected)
    {
        Ambito ambito = With(TenDays with { Soft = soft }) with { DeadlinesAreBuiltIn = builtIn };
        DeadlineMove[] moves = movedTo is null
            ? []
            : [new("afam", "2021-09-14", null, Day(movedTo), null, "slittamento", null, "ente-udp", default)];

        Assert.Equal(Codes(expected), Of(ambito, "2021-12-31", UnitaRow, moves).Codes());
    }

    [Fact]
    public void Check_LateEventWhereNoDeadlineCountsFromEvents_IsNotLate() =>
        Assert.Empty(Of(With(), "2021-12-31", UnitaRow).Codes());

    private static Ambito With(params IReadOnlyList<DeadlineRule> deadlines) =>
        Ambiti.OglioPo with { DeadlinesAreBuiltIn = false, Deadlines = deadlines };

    private static string[] Codes(string? expected) => expected is null ? [] : [expected];

    private static ValidationResult Of(
        Ambito ambito, string day, string row, params IReadOnlyList<DeadlineMove> moves)
    {
        UploadContext context = new(
            ambito, ambito.FindSender("ente-coop-uno")!, UnitaOfferta.Schema, Period.Parse("2021"), NilReturn: false)
        {
            ReceivedOn = Day(day),
            Moves = new DeadlineMoves(moves),
        };
        ValidationResult result = Check.File(context, ArrayRows.Of(UnitaHeader, row)).Result;
        Assert.All(result.Problems, problem => Assert.DoesNotContain('{', problem.Message + problem.Fix));
        return result;
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
