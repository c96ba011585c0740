using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>
/// Reads Comuni and other bodies of the Ambito: the code decides; a name is accepted where the column says so. Never by
/// prefix.
/// </summary>
internal sealed class BodyReader : ICellReader
{
    private const int IstatLength = 6;

    private readonly string ambito;
    private readonly bool nameAccepted;
    private readonly bool isOpen;
    private readonly IReadOnlyList<Sender> bodies;
    private readonly List<(string[] Words, Sender Body, FormerCode? Former)> names = [];

    public BodyReader(Ambito ambito, Column column)
    {
        (this.ambito, nameAccepted, isOpen) = (ambito.Name, column.NameAccepted, ambito.IsOpen);
        bodies = column.Kind == ColumnKind.Comune ? [.. ambito.Comuni] : ambito.Senders;
        foreach (Sender body in bodies)
        {
            foreach (string name in (IEnumerable<string>)[body.Name, .. body.Aliases])
            {
                names.AddRange(Spellings(name).Select(words => (words, body, (FormerCode?)null)));
            }

            foreach (FormerCode former in body.FormerCodes.Where(former => former.IsOfAnother))
            {
                names.AddRange(Spellings(former.Name!).Select(words => (words, body, (FormerCode?)former)));
            }
        }
    }

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        string written = text.ToString();
        if (ByCode(written) is { } exact)
        {
            value = new CellValue(exact.Code, 0, true);
            return null;
        }

        if (ByFormerCode(written) is { } today)
        {
            return AsToday(today, today.FindFormer(written)!, out value);
        }

        if (isOpen && SenderCode.IsWellFormed(written))
        {
            value = new CellValue(written, 0, true);
            return null;
        }

        string padded = text.Length is 4 or 5 ? written.PadLeft(IstatLength, '0') : written;
        if (padded != written && (ByCode(padded) ?? ByFormerCode(padded)) is { } withZero)
        {
            value = new CellValue(withZero.Code, 0, true);
            return WrongFormat.LostZero(withZero.Code);
        }

        return ByName(written, out value);
    }

    private static Breach AsToday(Sender body, FormerCode former, out CellValue value)
    {
        value = new CellValue(body.Code, 0, true);
        return FormerBody.InCell(body, former);
    }

    private Breach? ByName(string written, out CellValue value)
    {
        value = default;
        List<string[]> spellings = [.. Spellings(written)];
        List<Sender> same = !nameAccepted
            ? []
            : Bodies(words => spellings.Exists(spelling => SameLetters(spelling, words)));
        if (same.Count == 1)
        {
            FormerCode? former = names.Find(name => spellings.Exists(one => SameLetters(one, name.Words))).Former;
            value = new CellValue(same[0].Code, 0, true);
            return former is null ? null : FormerBody.InCell(same[0], former);
        }

        List<Sender> possible =
            same.Count > 1 ? same : Bodies(words => spellings.Exists(spelling => IsFirstPart(spelling, words)));
        return possible.Count > 1
            ? AmbiguousBody.For(string.Join(", ", possible.Select(Described)))
            : UnknownBody.For(ambito, Suggestion(written));
    }

    private Sender? ByCode(string code) =>
        bodies.FirstOrDefault(body => string.Equals(body.Code, code, StringComparison.OrdinalIgnoreCase));

    private Sender? ByFormerCode(string code) => bodies.FirstOrDefault(body => body.FindFormer(code) is not null);

    private List<Sender> Bodies(Func<string[], bool> matches) =>
        [
            .. names
                .Where(name => matches(name.Words))
                .Select(name => name.Body)
                .DistinctBy(body => body.Code, StringComparer.Ordinal),
        ];

    private string? Suggestion(string written)
    {
        string? name = NearestName.OfPlace(written, names.Select(name => string.Join(' ', name.Words)));
        Sender? body = names
            .Find(candidate => string.Equals(string.Join(' ', candidate.Words), name, StringComparison.Ordinal))
            .Body;
        return body is null ? null : Described(body);
    }

    private static string Described(Sender body) => $"{body.Name} ({body.Code})";

    private static bool SameLetters(string[] left, string[] right) =>
        string.Equals(string.Concat(left), string.Concat(right), StringComparison.Ordinal);

    private static bool IsFirstPart(string[] part, string[] whole) =>
        part.Length > 0 && part.Length < whole.Length && part.AsSpan().SequenceEqual(whole.AsSpan(0, part.Length));

    // "S." stands for San, Santo, Santa and Sant'; each is a spelling of the name.
    private static IEnumerable<string[]> Spellings(string name)
    {
        string[] words = [.. TextKey.Words(name)];
        int saint = Array.IndexOf(words, "s");
        yield return words;
        if (saint >= 0 && saint < words.Length - 1)
        {
            foreach (string full in (string[])["san", "santo", "santa", "sant"])
            {
                yield return [.. words[..saint], full, .. words[(saint + 1)..]];
            }
        }
    }
}
