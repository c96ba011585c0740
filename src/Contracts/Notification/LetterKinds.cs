using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Notification;

/// <summary>
/// A problem of a file, as a mail tells it: where and which rule. What the cell holds stays in the receipt.
/// </summary>
/// <param name="Code">PZ####.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Row">Row of the file; null when it is of the whole file.</param>
/// <param name="Cell">A1 address; null when it is not of a cell.</param>
public sealed record LetterProblem(string Code, Severity Severity, int? Row, string? Cell);

/// <summary>
/// The verdict on an upload, for its sender. Neither the file's name nor any of its cells is in it.
/// </summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day of the verdict.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the sender.</param>
/// <param name="ReceiptId">Number of the receipt.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="Outcome">The verdict.</param>
/// <param name="Rows">Counts of rows.</param>
/// <param name="Problems">The first problems.</param>
/// <param name="ProblemCount">How many there are.</param>
public sealed record ReceiptLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    string ReceiptId,
    string Flow,
    string Period,
    Outcome Outcome,
    RowCounts Rows,
    IReadOnlyList<LetterProblem> Problems,
    int ProblemCount
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <summary>Hash of the bytes; null = the letter was written before mails told it.</summary>
    public string? Sha256 { get; init; }

    /// <summary>
    /// How much the file is about, in euro with a dot (<c>1234.50</c>); null = it has no such sum, or was not accepted.
    /// </summary>
    public string? Amount { get; init; }

    /// <summary>The most problems that a mail lists: the others are in the receipt.</summary>
    public const int MaxProblems = 10;

    /// <inheritdoc/>
    public override string Key => $"esito|{ReceiptId}";
}

/// <summary>
/// That a file which another sent was accepted, for a body whose figures it holds: the body's share, and nothing of
/// others.
/// </summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day of the verdict.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the body.</param>
/// <param name="Body">Code of the body.</param>
/// <param name="SentBy">Name of the sender.</param>
/// <param name="ReceiptId">Number of the receipt.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="Sha256">Hash of the bytes.</param>
/// <param name="Rows">How many rows are the body's; null = not known.</param>
/// <param name="Amounts">What of it is the body's, by kind.</param>
public sealed record ShareLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    string Body,
    string SentBy,
    string ReceiptId,
    string Flow,
    string Period,
    string Sha256,
    int? Rows,
    IReadOnlyList<ShareAmount> Amounts
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <inheritdoc/>
    public override string Key => $"esito-per|{ReceiptId}|{Body}";
}

/// <summary>A sum of a body in a file.</summary>
/// <param name="Name">Of what, in Italian.</param>
/// <param name="Amount">In euro with a dot (<c>1234.50</c>).</param>
public sealed record ShareAmount(string Name, string Amount);

/// <summary>A discrepancy of the reconciliation, as a mail tells it: its figures stay on the page.</summary>
/// <param name="Number">By which it is the same tomorrow.</param>
/// <param name="Code">RIC-##.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Fund">Fund and year as text; null when it is not about a fund.</param>
/// <param name="Body">Name of the body it is about; null = the whole Ambito.</param>
public sealed record LetterDiscrepancy(string Number, string Code, Severity Severity, string? Fund, string? Body);

/// <summary>Discrepancies that the Ufficio di Piano has not been told of.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the Ufficio di Piano.</param>
/// <param name="Discrepancies">At least one.</param>
public sealed record DiscrepancyLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    IReadOnlyList<LetterDiscrepancy> Discrepancies
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <inheritdoc/>
    public override string Key => $"scarti|{IsoDay.Text(Day)}";
}

/// <summary>A deadline that is past, and who has not met it.</summary>
/// <param name="Title">What is due, in Italian.</param>
/// <param name="Period">The period's text form.</param>
/// <param name="OnTimeUntil">The last day that was on time.</param>
/// <param name="Bodies">Names of the bodies.</param>
public sealed record LateDuty(string Title, string Period, DateOnly OnTimeUntil, IReadOnlyList<string> Bodies);

/// <summary>How many of something.</summary>
/// <param name="Name">Of what: the code of a flow or of a rule.</param>
/// <param name="Count">How many.</param>
public sealed record Tally(string Name, int Count);

/// <summary>The week of an Ambito, for its Ufficio di Piano.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it is for: the week before it is told of.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the Ufficio di Piano.</param>
/// <param name="Late">Who is late.</param>
/// <param name="Received">Accepted files of the week, by flow.</param>
/// <param name="Errors">Open discrepancies that are errors, by rule.</param>
/// <param name="Warnings">Open discrepancies that are warnings, by rule.</param>
/// <param name="Undelivered">Messages of the week that could not be delivered.</param>
public sealed record SummaryLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    IReadOnlyList<LateDuty> Late,
    IReadOnlyList<Tally> Received,
    IReadOnlyList<Tally> Errors,
    IReadOnlyList<Tally> Warnings,
    int Undelivered
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <summary>What is not there past a day that makes nobody late.</summary>
    public IReadOnlyList<LateDuty> PastIndicative { get; init; } = [];

    /// <inheritdoc/>
    public override string Key
    {
        get
        {
            DateTime day = Day.ToDateTime(TimeOnly.MinValue);
            return string.Create(
                CultureInfo.InvariantCulture, $"settimana|{ISOWeek.GetYear(day)}-{ISOWeek.GetWeekOfYear(day):D2}");
        }
    }
}

/// <summary>A deadline has another day, for those who have not sent yet.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it was decided.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the body that the address belongs to.</param>
/// <param name="Reminders">The obligations with their new day, at least one.</param>
/// <param name="Locks">The day from which what comes waits as an amendment, if one was stated.</param>
/// <param name="Reason">Why.</param>
/// <param name="GrantedBy">Who granted it; null when the Ufficio di Piano did.</param>
/// <param name="Decision">
/// What tells this decision from others about the same deadline: its place among them, from 1.
/// </param>
public sealed record MovedLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    IReadOnlyList<Reminder> Reminders,
    DateOnly? Locks,
    string Reason,
    string? GrantedBy,
    int Decision
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <summary>The body it was decided for; null = for all.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Code of the fund whose figures alone it was decided for; null = the whole file.</summary>
    public string? Fund { get; init; }

    /// <inheritdoc/>
    public override string Key =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"spostata|{Reminders[0].Deadline}|{Reminders[0].Period}|{OnlyFor ?? "tutti"}{(Fund is null ? string.Empty : "|" + Fund)}|{Decision:D6}"
        );
}
