using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Sending;

/// <summary>What is wrong in a draft, and what it would change: looked for once, and kept while it holds.</summary>
public sealed class DraftInspection(
    IDraftStore drafts,
    DraftExamination examination,
    DraftComparison comparison,
    TimeProvider time)
{
    /// <summary>Checks a draft, unless what was found before still holds.</summary>
    /// <param name="file">The draft, with what it was recognised as.</param>
    /// <param name="known">What is known of it where it is kept.</param>
    /// <returns>What was found, and the version of the draft that it holds for.</returns>
    public async Task<DraftCheck> CheckAsync(
        Ambito ambito, DraftFile file, DraftFacts known, CancellationToken cancellationToken)
    {
        DraftCheck check = await KeptAsync(ambito, file, cancellationToken)
            ?? await LookAsync(ambito, file, cancellationToken);
        return await KeepAsync(file, known, check, cancellationToken);
    }

    /// <summary>The same of a draft whose flow or period is not known: what is wrong with it whatever it is.</summary>
    /// <returns>Null when nothing is: it may be told what it is.</returns>
    /// <inheritdoc cref="CheckAsync"/>
    public async Task<DraftCheck?> CheckUnplacedAsync(
        Ambito ambito, DraftFile file, DraftFacts known, CancellationToken cancellationToken)
    {
        DraftCheck? check = await KeptAsync(ambito, file, cancellationToken);
        if (check is null
            && await examination.LookUnplacedAsync(file.Key, file.Facts, file.Content, cancellationToken)
                is var (found, receipt))
        {
            check = await comparison.WithBooksAsync(ambito, file, found, receipt, cancellationToken);
        }

        return check is null ? null : await KeepAsync(file, known, check, cancellationToken);
    }

    private static bool IsEmptied(DraftFile file, DraftCheck check) => check.KeepsNoBytes && file.Content.Length == 0;

    private async Task<DraftCheck> KeepAsync(
        DraftFile file, DraftFacts known, DraftCheck check, CancellationToken cancellationToken)
    {
        // After the check: what is written beside a file makes another version of it.
        string? version = file.Facts == known
            ? file.Content.Version
            : await drafts.StateAsync(file.Key, file.Facts, file.Content.Version, cancellationToken);
        if (version is null || IsEmptied(file, check))
        {
            return check;
        }

        if (version != check.Version)
        {
            check = check with { Version = version, Length = file.Content.Length };
            DraftMark mark = new(version, check.Found.Outcome)
            {
                IsSame = check.IsSame,
                IsToConfirm = check.LeftOut.Count > 0,
            };
            await drafts.StoreCheckAsync(file.Key, check.Write(), mark, cancellationToken);
        }

        if (check.KeepsNoBytes)
        {
            // What holds personal data, or may, is kept nowhere: its sender still has it. After what is said of it, so
            // that a file that was emptied is never taken for an empty one.
            await drafts.TryStoreAsync(file.Key, Stream.Null, file.Facts, version, cancellationToken);
        }

        return check;
    }

    // As long as it is of the same bytes and of today, when nothing is late that was not, and about the same flow,
    // period and books.
    private async Task<DraftCheck?> KeptAsync(Ambito ambito, DraftFile file, CancellationToken cancellationToken)
    {
        if (await drafts.FindCheckAsync(file.Key, cancellationToken) is not { } text)
        {
            return null;
        }

        DraftCheck kept = DraftCheck.Read(text);
        return IsEmptied(file, kept)
            || (kept.Version == file.Content.Version
                && kept.Found.Flow == (file.Facts.Flow ?? string.Empty)
                && kept.Found.Period == (file.Facts.Period ?? string.Empty)
                && kept.IsNil == file.Facts.NilReturn
                && RomeTime.DayOf(kept.Found.FinishedAt) == RomeTime.Today(time)
                && await comparison.IsCurrentAsync(ambito, file.Key.Sender, kept, cancellationToken))
            ? kept
            : null;
    }

    private async Task<DraftCheck> LookAsync(
        Ambito ambito, DraftFile file, CancellationToken cancellationToken)
    {
        (Examination found, Receipt receipt) = await examination.LookAsync(
            file.Key, file.Facts, file.Content, cancellationToken);
        return await comparison.WithBooksAsync(ambito, file, found, receipt, cancellationToken);
    }
}
