using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PianoZona.Architecture.Tests;

/// <summary>The numbers of log events of one room.</summary>
/// <param name="Room">Folder, from the root.</param>
/// <param name="First">The first that may be used.</param>
/// <param name="Last">The last.</param>
internal sealed record EventRange(string Room, int First, int Last);

/// <summary>
/// The number of a log event: alerts and histories go by it, so it means one thing in the whole application.
/// </summary>
/// <param name="File">Where it is declared.</param>
/// <param name="Method">The method that logs it.</param>
/// <param name="Number">The number; null where it is not written as one, and nobody can look it up.</param>
internal sealed record LogEvent(SourceFile File, string Method, int? Number)
{
    /// <summary>A stable name for messages.</summary>
    public string Place => $"{File.Path}#{Method}";
}

/// <summary>Log events: a number for each, within the range of its room (docs/contributing.md).</summary>
internal static partial class LogEvents
{
    /// <summary>The ranges that a document lists.</summary>
    public static IReadOnlyList<EventRange> RangesIn(SourceFile document) =>
    [
        .. Entry().Matches(document.Text).Select(entry => new EventRange(
            entry.Groups["room"].Value,
            int.Parse(entry.Groups["first"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
            int.Parse(entry.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))),
    ];

    /// <summary>The events that a file declares.</summary>
    public static IEnumerable<LogEvent> In(SourceFile file) =>
        from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where attribute.Name.ToString() is "LoggerMessage" or "LoggerMessageAttribute"
        select new LogEvent(file, method.Identifier.Text, NumberOf(attribute));

    /// <summary>Numbers that two events have.</summary>
    public static IEnumerable<Violation> Repeated(IEnumerable<LogEvent> events) =>
        from one in events
        where one.Number is not null
        group one by one.Number into same
        where same.Count() > 1
        select new Violation(
            same.First().Place,
            $"{same.Key} is also that of {string.Join(", ", same.Skip(1).Select(one => one.Place))}");

    /// <summary>Events with a number that their room does not have, or with none.</summary>
    public static IEnumerable<Violation> Astray(IEnumerable<LogEvent> events, IReadOnlyCollection<EventRange> ranges) =>
        from one in events
        let range = ranges.FirstOrDefault(range => one.File.IsIn(range.Room))
        where range is null || one.Number is not { } number || number < range.First || number > range.Last
        select new Violation(
            one.Place,
            range is null ? "its room has no range of event numbers in docs/contributing.md"
            : one.Number is { } number ? $"{number} is not within {range.First}–{range.Last}"
            : "has no number of its own");

    /// <summary>Ranges that share a number, or hold none.</summary>
    public static IEnumerable<Violation> Overlapping(IReadOnlyList<EventRange> ranges) =>
        from one in ranges
        where one.First > one.Last
            || ranges.Any(other => other != one && other.First <= one.Last && one.First <= other.Last)
        select new Violation(one.Room, $"{one.First}–{one.Last} is not its own range");

    private static int? NumberOf(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments
            .Where((argument, place) => argument.NameEquals?.Name.Identifier.Text is "EventId"
                || argument.NameColon?.Name.Identifier.Text is "eventId"
                || (place == 0 && argument.NameEquals is null && argument.NameColon is null))
            .Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as int?)
            .FirstOrDefault();

    [GeneratedRegex(
        @"^\| `(?<room>src/\w+)` \| (?<first>[0-9]+)–(?<last>[0-9]+) \|",
        RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();
}
