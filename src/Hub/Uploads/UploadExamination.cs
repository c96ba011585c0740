using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Hub.Uploads;

/// <summary>What a file is, before anything is written: its verdict, and what it would post.</summary>
/// <param name="Envelope">Sender, flow and period.</param>
/// <param name="Sha256">Hash of the bytes.</param>
/// <param name="ReadAs">How the bytes were read; null when they could not be.</param>
/// <param name="Accepted">The accepted rows; null when the file was not read as far as that.</param>
public sealed record Examination(
    EnvelopeResult Envelope, string Sha256, string? ReadAs, ValidationResult Verdict, PostingBuilder? Accepted)
{
    /// <summary>The version of the rules that judged it.</summary>
    public string RuleSet { get; init; } = UploadValidator.RuleSet;

    /// <summary>The place it would hold; null when its path names none.</summary>
    public UploadSlot? Slot => Envelope.Context is { } context
        ? new UploadSlot(context.Ambito.Code, context.PlaceSender, context.Flow.Code, context.Period.Text)
        : null;

    /// <summary>Whether the verdict posts it.</summary>
    public bool IsAccepted => Verdict.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings;

    /// <summary>Whose figures it posts, ascending; null when its verdict posts nothing.</summary>
    public IReadOnlyList<string>? Bodies => IsAccepted ? Accepted?.BodiesOf(Envelope.Context!.Sender.Code) : null;

    /// <summary>What it posts.</summary>
    /// <exception cref="InvalidOperationException">It was not accepted.</exception>
    public Posting Posting(long sequence, string receiptId) =>
        IsAccepted && Slot is { } slot && Accepted is not null
            ? Accepted.Build(slot, sequence, receiptId, Sha256)
            : throw new InvalidOperationException($"Upload {receiptId} has no verdict that posts.");

    /// <summary>The receipt that says what was found.</summary>
    public Receipt Receipt(ReceiptId id, DateTimeOffset receivedAt, DateTimeOffset finishedAt) =>
        new(
            id.Text,
            Envelope.Sender,
            Envelope.Flow,
            Envelope.Period,
            Envelope.FileName,
            Sha256,
            receivedAt,
            finishedAt,
            RuleSet,
            Verdict.Outcome,
            Verdict.Rows,
            Verdict.Totals,
            Verdict.CheckTotals,
            Verdict.Problems,
            Verdict.ProblemCounts)
        {
            ReadAs = ReadAs,
            NotPosted = Verdict.NotPosted,
        };
}

/// <summary>READ and VALIDATE in a row: the same for the hub and for <c>pianozona validate</c>.</summary>
public sealed class UploadExamination(UploadReader reader, UploadValidator validator)
{
    /// <summary>Whether what the file would post is gathered, too; without it only the verdict is wanted.</summary>
    public bool GathersPosting { get; init; } = true;

    /// <summary>Examines a file; nothing is written anywhere.</summary>
    /// <param name="envelope">What its path says.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="submission">What came with it.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    /// <param name="alsoTo">Who else takes the accepted rows, whatever the verdict on the file will be.</param>
    public async Task<Examination> ExamineAsync(
        EnvelopeResult envelope,
        IUploadContent content,
        Submission submission,
        CancellationToken cancellationToken,
        IAcceptedRows? alsoTo = null) =>
        await JudgeAsync(envelope, content, submission, alsoTo, cancellationToken) with
        {
            RuleSet = validator.Version,
        };

    /// <summary>
    /// Examines a file of which the flow or the period is not known: whether it can be read, and personal data.
    /// </summary>
    /// <param name="envelope">Who sends it, and what it is called.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    /// <returns>Why it is refused whatever it is; null when nothing is found.</returns>
    public async Task<Examination?> ExamineUnplacedAsync(
        EnvelopeResult envelope, IUploadContent content, CancellationToken cancellationToken)
    {
        (ValidationResult? verdict, string sha256, string? readAs) = await LookAsync(
            envelope, content, cancellationToken);
        return verdict is null
            ? null
            : new Examination(envelope, sha256, readAs, verdict, Accepted: null) { RuleSet = validator.Version };
    }

    // Whatever it is, and all of it: what cannot be read may hold personal data, too.
    private async Task<(ValidationResult? Verdict, string Sha256, string? ReadAs)> LookAsync(
        EnvelopeResult envelope, IUploadContent content, CancellationToken cancellationToken)
    {
        string? sheet = FlowCatalogue.Find(envelope.Flow)?.Code;
        ReadResult read = await reader.OpenAnyAsync(content, sheet, cancellationToken);
        await using IRowSource? source = read.Source;
        ValidationResult? verdict = source is null
            ? ValidationResult.Unreadable(read.Problems)
            : await UnplacedCheck.CheckAsync(source, cancellationToken);
        if (source is not { Failure: null } && verdict is not { Outcome: Outcome.Quarantined })
        {
            verdict = await UnreadCheck.CheckAsync(reader.PiecesAsync(content, cancellationToken)) ?? verdict;
        }

        return (verdict, read.Sha256, source is null ? null : ReadAs(source.Survey));
    }

    // Why a file is refused unread, unless it holds personal data: then that, and nothing of it is kept.
    private async Task<Examination> RefuseAsync(
        EnvelopeResult envelope,
        IUploadContent content,
        IReadOnlyList<Problem> problems,
        CancellationToken cancellationToken)
    {
        (ValidationResult? verdict, string sha256, string? readAs) = await LookAsync(
            envelope, content, cancellationToken);
        return verdict is { Outcome: Outcome.Quarantined }
            ? new Examination(envelope, sha256, readAs, verdict, null)
            : new Examination(envelope, sha256, null, ValidationResult.Unreadable(problems), null);
    }

    private async Task<Examination> JudgeAsync(
        EnvelopeResult envelope,
        IUploadContent content,
        Submission submission,
        IAcceptedRows? alsoTo,
        CancellationToken cancellationToken)
    {
        if (envelope.Context is not { } context)
        {
            return await RefuseAsync(envelope, content, envelope.Problems, cancellationToken);
        }

        // Who else takes rows must not be given the first ones twice.
        if (alsoTo is null)
        {
            try
            {
                ReadResult atOnce = await reader.OpenAtOnceAsync(content, context.Flow.Code, cancellationToken);
                return await JudgeAsync(atOnce, envelope, context, content, submission, alsoTo, cancellationToken);
            }
            catch (SurveyNeededException)
            {
                // It is read again from the beginning, and what it holds is then known.
            }
        }

        ReadResult read = await reader.OpenAsync(content, context.Flow.Code, cancellationToken);
        return await JudgeAsync(read, envelope, context, content, submission, alsoTo, cancellationToken);
    }

    private async Task<Examination> JudgeAsync(
        ReadResult read,
        EnvelopeResult envelope,
        UploadContext context,
        IUploadContent content,
        Submission submission,
        IAcceptedRows? alsoTo,
        CancellationToken cancellationToken)
    {
        await using IRowSource? source = read.Source;
        if (source is null)
        {
            return await RefuseAsync(envelope, content, read.Problems, cancellationToken);
        }

        PostingBuilder? accepted = GathersPosting ? new(context.Flow, context.Ambito) : null;
        UploadContext full = context with
        {
            NilReturn = submission.NilReturn,
            ReceivedOn = submission.ReceivedOn,
            Declared = submission.Declared,
        };
        IAcceptedRows rows = accepted ?? (IAcceptedRows)NoPosting.Instance;
        ValidationResult verdict = await validator.ValidateAsync(
            full, source, alsoTo is null ? rows : new TwoReceivers(rows, alsoTo), cancellationToken);
        if (source.Failure is not null && verdict.Outcome != Outcome.Quarantined)
        {
            verdict = await UnreadCheck.CheckAsync(reader.PiecesAsync(content, cancellationToken)) ?? verdict;
        }

        return new Examination(envelope, source.Survey.Sha256, ReadAs(source.Survey), verdict, accepted);
    }

    private static string ReadAs(FileSurvey survey) => survey.Separator == FileSurvey.NoSeparator
        ? survey.Encoding
        : $"{survey.Encoding}, separatore {(survey.Separator == '\t' ? "tabulazione" : survey.Separator.ToString())}";

    /// <summary>A verdict for a file that could not be processed, after every attempt.</summary>
    public static ValidationResult NotProcessable() =>
        ValidationResult.Unreadable([RuleCatalogue.Of("PZ1012").At(Location.File)]) with
        {
            Outcome = Outcome.Quarantined,
        };

    private sealed class TwoReceivers(IAcceptedRows one, IAcceptedRows other) : IAcceptedRows
    {
        public void Accept(ValidRow row)
        {
            one.Accept(row);
            other.Accept(row);
        }
    }

    private sealed class NoPosting : IAcceptedRows
    {
        public static readonly NoPosting Instance = new();

        public void Accept(ValidRow row)
        {
            // The row counts in the verdict, and nowhere else.
        }
    }
}
