using System.Buffers;
using System.Text;

namespace PianoZona.Validation.Text;

/// <summary>
/// Finds texts that were once decoded with the wrong code page: <c>perchÃ©</c> for <c>perché</c>, also twice over.
/// </summary>
/// <remarks>A character beyond ASCII is two or three bytes of UTF-8; read as Windows-1252 or IBM850 they become as many
/// characters, the first of which is one of few. What is written so in earnest passes: <c>SÃO</c>, <c>«MAÇÃ»</c>,
/// <c>Âge</c>, <c>TÔLE</c>.</remarks>
internal static class Mojibake
{
    private const int LongestRun = 24;
    private const int MostTimes = 3;

    // What the first byte becomes: Â Ã â of Windows-1252 (ï begins a byte order mark), ┬ ├ Ô of IBM850.
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÂÃâï┬├Ô");

    // What may come out: nothing else is likely in the texts of an Italian office.
    private static readonly SearchValues<char> Likely = SearchValues.Create(
        "ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâãäçèéêëìíîïñòóôõöùúûüß€’‘“”–—…•°ºª«»§·´²³½®©™×→≤≥\u00a0\uFEFF");

    private static readonly Encoding[] Pages =
    [
        .. ((int[])[1252, 850]).Select(number => CodePagesEncodingProvider.Instance.GetEncoding(
            number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!),
    ];

    /// <summary>The first wrong characters of a text and what they stand for; null when there are none.</summary>
    public static (string Found, string Meant)? Find(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOfAny(Leads); at >= 0;)
        {
            if (At(text, at) is { } found)
            {
                return found;
            }

            int next = text[(at + 1)..].IndexOfAny(Leads);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    private static (string Found, string Meant)? At(ReadOnlySpan<char> text, int at)
    {
        char before = at > 0 ? text[at - 1] : ' ';
        ReadOnlySpan<char> rest = text[at..];

        // à is C3 A0, and A0 is the space that does not break: on its way it becomes a space, or is trimmed off.
        if (rest is ['Ã'] or ['Ã', ' ', ..] && char.IsLower(before))
        {
            return ("Ã", "à");
        }

        int end = rest.IndexOfAnyInRange('\0', '\u007F');
        string run = rest[..Math.Min(end < 0 ? rest.Length : end, LongestRun)].ToString();
        return IsCapitalAtTheEnd(text, at, before) ? null
            : Pages.Select(page => Repair(run, page)).FirstOrDefault(found => found is not null)
                // E2 80 9D, and 9D is often lost.
                ?? (run.StartsWith("â€", StringComparison.Ordinal) ? ("â€", "”") : null);
    }

    // Portuguese words in capitals end so, and a closing quote or a dash may follow: «MAÇÃ», “IRMÃ”.
    private static bool IsCapitalAtTheEnd(ReadOnlySpan<char> text, int at, char before) =>
        text[at..] is ['Ã', '»' or '”' or '’' or '…' or '–' or '—', .. var after]
        && char.IsUpper(before)
        && (after.IsEmpty || !char.IsLetter(after[0]))
        && (text[at + 1] != '’' || text[..at].Contains('‘')); // otherwise Ò: PERÃ’

    private static (string Found, string Meant)? Repair(string run, Encoding page)
    {
        (string meant, int length) = Decode(run, page);
        int found = length;
        for (int time = 1; time < MostTimes && length > 0 && meant.AsSpan().ContainsAnyExcept(Likely); time++)
        {
            (string again, length) = Decode(meant, page);
            meant = again + meant[length..];
        }

        return found == 0 || meant.AsSpan().ContainsAnyExcept(Likely) ? null : (run[..found], meant);
    }

    // The characters at the beginning that are whole sequences of UTF-8 once written in the code page.
    private static (string Text, int Length) Decode(string run, Encoding page)
    {
        StringBuilder text = new();
        ReadOnlySpan<byte> bytes = Bytes(run, page);
        int length = 0;
        while (length < bytes.Length
            && bytes[length] >= 0x80
            && Rune.DecodeFromUtf8(bytes[length..], out Rune rune, out int used) == OperationStatus.Done)
        {
            text.Append(rune.ToString());
            length += used;
        }

        return (text.ToString(), length);
    }

    private static byte[] Bytes(string run, Encoding page)
    {
        try
        {
            return page.GetBytes(run);
        }
        catch (EncoderFallbackException beyond)
        {
            return page.GetBytes(run[..beyond.Index]);
        }
    }
}
