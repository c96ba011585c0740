using PianoZona.Contracts.Flows;

namespace PianoZona.Hub.Filling;

/// <summary>The rows of one file that two people filled in at once, told apart by the body that they name.</summary>
internal sealed class TwoTables
{
    private readonly Column? body;
    private readonly List<BodyRows> bodies = [];
    private readonly List<string> theirs = [];
    private readonly List<IReadOnlyList<string>> joined = [];
    private bool takesMine;
    private bool clashes;

    /// <summary>Compares them.</summary>
    /// <param name="sheet">The table as it was typed: for whom it is.</param>
    /// <param name="mine">Rows that were typed.</param>
    /// <param name="other">Rows that somebody else saved.</param>
    /// <param name="otherFor">Code of the body that they were saved for; null = for nobody in particular.</param>
    /// <param name="before">What both began with; null = not known.</param>
    public TwoTables(
        FillingSheet sheet, IReadOnlyList<IReadOnlyList<string>> mine, IReadOnlyList<IReadOnlyList<string>> other,
        string? otherFor, IReadOnlyList<IReadOnlyList<string>>? before)
    {
        body = sheet.Flow.BodyColumn is { } column && sheet.Columns[column.Ordinal].Fixed is null ? column : null;
        if (body is null)
        {
            return;
        }

        foreach (string code in mine.Concat(other).Select(CodeOf).Distinct(StringComparer.Ordinal))
        {
            (IReadOnlyList<string>[] typed, IReadOnlyList<string>[] saved) = (Of(mine, code), Of(other, code));
            bool isSame = AreSame(typed, saved);
            if (saved.Length > 0)
            {
                bodies.Add(new BodyRows(code, saved.Length, isSame));
            }

            if (isSame || TakesMine(sheet.For?.Code, otherFor, code, typed, saved, before) is not { } isMine)
            {
                clashes |= !isSame;
                joined.AddRange(typed);
                continue;
            }

            takesMine |= isMine;
            joined.AddRange(isMine ? typed : saved);
            if (!isMine)
            {
                theirs.Add(code);
            }
        }
    }

    /// <summary>Whose rows the other has.</summary>
    public IReadOnlyList<BodyRows> Bodies => bodies;

    /// <summary>Whose rows would be the other's in <see cref="Joined"/>; none = they cannot be joined.</summary>
    public IReadOnlyList<string> Theirs => IsJoined ? theirs : [];

    /// <summary>The rows of both; null when they cannot be joined, or that would be those of one of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Joined => IsJoined ? joined : null;

    private bool IsJoined => !clashes && takesMine && theirs.Count > 0;

    // Each is believed of the body that it was filled in for and, of others, where it alone has changed something.
    private bool? TakesMine(
        string? mineFor, string? otherFor, string code, IReadOnlyList<string>[] typed, IReadOnlyList<string>[] saved,
        IReadOnlyList<IReadOnlyList<string>>? before)
    {
        if (code != mineFor && code != otherFor && before is null)
        {
            return mineFor is not null || typed.Length == 0 ? false : saved.Length == 0 ? true : null;
        }

        if ((code == mineFor) != (code == otherFor))
        {
            return code == mineFor;
        }

        IReadOnlyList<string>[]? first = before is null ? null : Of(before, code);
        return first is null ? null : AreSame(typed, first) ? false : AreSame(saved, first) ? true : null;
    }

    private string CodeOf(IReadOnlyList<string> row) => row[body!.Ordinal].Trim();

    private IReadOnlyList<string>[] Of(IReadOnlyList<IReadOnlyList<string>> rows, string code) =>
        [.. rows.Where(row => CodeOf(row) == code)];

    private static bool AreSame(IReadOnlyList<string>[] one, IReadOnlyList<string>[] other) =>
        one.Length == other.Length
        && one.Zip(other).All(pair => pair.First.Zip(pair.Second).All(cell =>
            cell.First.Trim() == cell.Second.Trim()));
}
