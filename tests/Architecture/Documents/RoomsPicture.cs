using System.Xml.Linq;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>
/// The picture of the rooms, drawn from the projects themselves: an arrow goes from who sees to who is seen.
/// </summary>
internal static class RoomsPicture
{
    /// <summary>
    /// A diagram (Mermaid) of who references whom. What is reached another way has no arrow of its own.
    /// </summary>
    public static string Draw(IEnumerable<SourceFile> projects)
    {
        Dictionary<string, string[]> seen = projects.ToDictionary(
            project => NameOf(project.Name), project => SeenBy(project).ToArray(), StringComparer.Ordinal);
        IEnumerable<string> arrows =
            from room in seen.Keys.Order(StringComparer.Ordinal)
            from other in seen[room].Order(StringComparer.Ordinal)
            where !seen[room].Any(between => between != other && Reaches(seen, between, other))
            select $"    {room} --> {other}";
        return $"```mermaid\nflowchart TD\n{string.Join('\n', arrows)}\n```";
    }

    /// <summary>Rooms from which a walk along the arrows of a picture comes back to where it began.</summary>
    public static IEnumerable<string> InCircles(string picture)
    {
        Dictionary<string, string[]> arrows = picture.Split('\n')
            .Select(line => line.Split(" --> ", StringSplitOptions.TrimEntries))
            .Where(ends => ends.Length == 2)
            .GroupBy(ends => ends[0], ends => ends[1], StringComparer.Ordinal)
            .ToDictionary(room => room.Key, room => room.ToArray(), StringComparer.Ordinal);
        return arrows.Keys.Where(room => arrows[room].Any(next => next == room || Reaches(arrows, next, room)));
    }

    // Each room is looked at once, so a circle ends the search as well.
    private static bool Reaches(Dictionary<string, string[]> seen, string from, string to)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        Stack<string> open = new([from]);
        while (open.TryPop(out string? room))
        {
            foreach (string next in seen.GetValueOrDefault(room, []))
            {
                if (next == to)
                {
                    return true;
                }

                if (known.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> SeenBy(SourceFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/').Split('/')[^1]));

    private static string NameOf(string project) => project[..^".csproj".Length];
}
