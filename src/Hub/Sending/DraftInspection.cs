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
    public async Task<DraftCheck> CheckAsync(Ambito ambito, DraftFile file, CancellationToken cancellationToken)
    {
        DraftCheck? kept = await KeptAsync(ambito, file, cancellationToken);
        DraftCheck check = kept ?? await LookAsync(file, cancellationToken);
        if (kept is null)
        {
            await drafts.StoreCheckAsync(file.Key, check.Write(), cancellationToken);
        }

        if (check.IsBlocked && file.Content.Length > 0)
        {
            // What holds personal data is kept nowhere: its sender still has it. After what is said of it, so that a
            // file that was emptied is never taken for an empty one.
            await drafts.StoreAsync(file.Key, Stream.Null, file.Facts, cancellationToken);
        }

        return check;
    }

    // As long as it is of today, when nothing is late that was not, and about the same flow, period and books.
    private async Task<DraftCheck?> KeptAsync(Ambito ambito, DraftFile file, CancellationToken cancellationToken)
    {
        if (await drafts.FindCheckAsync(file.Key, cancellationToken) is not { } text)
        {
            return null;
        }

        DraftCheck kept = DraftCheck.Read(text);
        return kept.IsBlocked
            || (kept.Found.Flow == file.Facts.Flow
                && kept.Found.Period == file.Facts.Period
                && kept.IsNil == file.Facts.NilReturn
                && RomeTime.DayOf(kept.Found.FinishedAt) == RomeTime.Today(time)
                && await comparison.IsCurrentAsync(ambito, file.Key.Sender, kept, cancellationToken))
            ? kept
            : null;
    }

    private async Task<DraftCheck> LookAsync(DraftFile file, CancellationToken cancellationToken)
    {
        (Examination found, Receipt receipt) = await examination.LookAsync(
            file.Key, file.Facts, file.Content, cancellationToken);
        return await comparison.WithBooksAsync(found, receipt, file.Facts.NilReturn, cancellationToken);
    }
}
