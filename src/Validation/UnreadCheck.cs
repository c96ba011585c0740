using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>Looks for personal data in what could not be read: a file that is refused is kept, too.</summary>
public static class UnreadCheck
{
    /// <summary>Goes through the pieces of a file up to the first personal data.</summary>
    /// <param name="pieces">The file as it is.</param>
    /// <returns>Personal data (PZ1013), without where it is; null = none was seen.</returns>
    public static async Task<ValidationResult?> CheckAsync(IAsyncEnumerable<RawPiece> pieces)
    {
        await foreach (RawPiece piece in pieces)
        {
            if ((piece.IsText
                    ? FindInText(piece.Characters.Span)
                    : PersonalDataScan.FindAmongBytes(piece.Characters.Span)) is { } what)
            {
                ProblemLog log = new(RuleSets.Latest);
                log.Add(PersonalData.Found($"{what} (in ciò che non si può leggere)"), new Place());
                return ValidationResult.From(log, new RowCounts(0, 0, 0, 0), [], [], refused: true);
            }
        }

        return null;
    }

    private static string? FindInText(ReadOnlySpan<char> text)
    {
        foreach (Range piece in text.SplitAny(PersonalDataScan.EndsOfText))
        {
            if (PersonalDataScan.FindElsewhere(text[piece]) is { } what)
            {
                return what;
            }
        }

        return null;
    }
}
