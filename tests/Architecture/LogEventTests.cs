
namespace PianoZona.Architecture.Tests;

/// <summary>Numbers of log events: one meaning each, within the range of the room.</summary>
public sealed class LogEventTests
{
    private static readonly LogEvent[] Events =
        [.. RepositoryFiles.CSharp.Where(file => file.IsIn("src")).SelectMany(LogEvents.In)];

    private static readonly IReadOnlyList<EventRange> Ranges =
        LogEvents.RangesIn(RepositoryFiles.File("docs/contributing.md"));

    private static readonly EventRange[] Sample = [new("src/Hub", 200, 399), new("src/Storage", 100, 199)];

    [Fact]
    public void Events_OfTheApplication_HaveANumberEachWithinTheRangeOfTheirRoom()
    {
        Assert.NotEmpty(Events);
        Expect.None(LogEvents.Repeated(Events).Concat(LogEvents.Astray(Events, Ranges)));
    }

    [Fact]
    public void Ranges_InTheGuide_AreApart()
    {
        Assert.NotEmpty(Ranges);
        Expect.None(LogEvents.Overlapping(Ranges));
    }

    /// <summary>
    /// What the text shows is what the compiler was given: no way to declare an event is overlooked here.
    /// </summary>
    [Fact]
    public void Events_InTheSources_AreAllThatNameTheAttribute() => Assert.Equal(
        RepositoryFiles.CSharp.Where(file => file.IsIn("src"))
            .Sum(file => file.Text.Split("[LoggerMessage(", StringSplitOptions.None).Length - 1),
        Events.Length);

    [Theory]
    [InlineData("[LoggerMessage(201, LogLevel.Information, \"a\")]", 201)]
    [InlineData("[LoggerMessage(EventId = 202, Message = \"a\")]", 202)]
    [InlineData("[LoggerMessage(Message = \"a\", EventId = 203)]", 203)]
    [InlineData("[LoggerMessage(eventId: 204, level: LogLevel.Error, message: \"a\")]", 204)]
    [InlineData("[LoggerMessage(LogLevel.Error, \"a\")]", null)]
    [InlineData("[LoggerMessage(Number, LogLevel.Error, \"a\")]", null)]
    public void In_EveryWayToDeclareAnEvent_FindsItsNumber(string attribute, int? number) =>
        Assert.Equal(number, Assert.Single(LogEvents.In(Declaring("src/Hub/A.cs", attribute))).Number);

    [Fact]
    public void Repeated_OneNumberInTwoRooms_IsFoundOnce()
    {
        LogEvent[] events =
        [
            .. LogEvents.In(Declaring("src/Hub/A.cs", "[LoggerMessage(401, LogLevel.Information, \"a\")]")),
            .. LogEvents.In(Declaring("src/Notification/B.cs", "[LoggerMessage(401, LogLevel.Error, \"b\")]")),
            .. LogEvents.In(Declaring("src/Notification/C.cs", "[LoggerMessage(402, LogLevel.Error, \"c\")]")),
        ];

        Violation found = Assert.Single(LogEvents.Repeated(events));
        Assert.Equal("src/Hub/A.cs#Log: 401 is also that of src/Notification/B.cs#Log", found.ToString());
    }

    [Theory]
    [InlineData("src/Hub/A.cs", "200", 0)]
    [InlineData("src/Hub/A.cs", "399", 0)]
    [InlineData("src/Hub/A.cs", "400", 1)]
    [InlineData("src/Hub/A.cs", "199", 1)]
    [InlineData("src/Storage/A.cs", "199", 0)]
    [InlineData("src/Storage/A.cs", "200", 1)]
    [InlineData("src/Web/A.cs", "200", 1)]
    [InlineData("src/Hub/A.cs", "LogLevel.Error", 1)]
    public void Astray_AtTheBordersOfARange_OnlyOutside(string path, string number, int found) => Assert.Equal(
        found, LogEvents.Astray(LogEvents.In(Declaring(path, $"[LoggerMessage({number}, \"a\")]")), Sample).Count());

    [Theory]
    [InlineData(100, 199, 0)]
    [InlineData(100, 200, 2)]
    [InlineData(399, 500, 2)]
    [InlineData(199, 100, 1)]
    public void Overlapping_RangesThatShareANumber_AreFound(int first, int last, int found) =>
        Assert.Equal(found, LogEvents.Overlapping([Sample[0], new("src/Storage", first, last)]).Count());

    [Fact]
    public void RangesIn_TableOfTheGuide_FindsEachRow() => Assert.Equal(
        Sample,
        LogEvents.RangesIn(new(
            "docs/contributing.md",
            "| Room | Numbers |\n|---|---|\n| `src/Hub` | 200–399 |\n| `src/Storage` | 100–199 |\n")));

    private static SourceFile Declaring(string path, string attribute) =>
        new(path, "partial class A { " + attribute + " private partial void Log(); }");
}
