using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Sending;

/// <summary>
/// A file that was not sent, judged as if it were sent now; beside it, what its sender had better look at first.
/// </summary>
public sealed class DraftExamination(
    UploadExamination examination, UploadEnvelopes envelopes, YearBeforeTotals yearBefore, TimeProvider time)
{
    /// <summary>What is found in it, and the receipt it would get, whose number is of no upload.</summary>
    /// <param name="facts">Its flow and period are known.</param>
    public async Task<(Examination Found, Receipt Receipt)> LookAsync(
        DraftKey key, DraftFacts facts, IUploadContent content, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        string path = facts.PathOf(key);
        EnvelopeResult envelope = await yearBefore.AddToAsync(
            await envelopes.OfAsync(path, cancellationToken), cancellationToken) with
        {
            FileName = facts.FileName,
        };
        Submission submission = new(facts.NilReturn, RomeTime.DayOf(now), new DeclaredTotals(null, null));
        Examination found = await examination.ExamineAsync(envelope, content, submission, cancellationToken);
        return (found, found.Receipt(ReceiptId.For(path, UploadSequence.At(now), string.Empty), now, now));
    }

    /// <summary>The same of one whose flow or period is not known: what is wrong with it whatever it is.</summary>
    /// <returns>Null when nothing is.</returns>
    public async Task<(Examination Found, Receipt Receipt)?> LookUnplacedAsync(
        DraftKey key, DraftFacts facts, IUploadContent content, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        EnvelopeResult envelope = new(
            key.Sender, facts.Flow ?? string.Empty, facts.Period ?? string.Empty, facts.FileName, null, []);
        return await examination.ExamineUnplacedAsync(envelope, content, cancellationToken) is { } found
            ? (found, found.Receipt(
                ReceiptId.For(facts.PathOf(key), UploadSequence.At(now), string.Empty), now, now))
            : null;
    }
}
