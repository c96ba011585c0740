using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Changes;
using PianoZona.Ledger;
using PianoZona.Validation;

namespace PianoZona.Hub.Sending;

/// <summary>What was found in a draft, as the hub would find it when it is sent.</summary>
/// <param name="Found">The receipt it would get; its number is of no upload.</param>
/// <param name="IsNil">Whether it was looked at as a declaration that there is nothing.</param>
/// <param name="Replaces">Number of the receipt of what it would replace; null = nothing is in force.</param>
/// <param name="IsSame">Whether that has the same bytes: there is nothing to send.</param>
/// <param name="RowsBefore">Rows of what it would replace; null = nothing is in force.</param>
/// <param name="Changes">What it would change; none when it would not be accepted.</param>
/// <param name="Waits">Why it would wait as an amendment, in Italian; null = it would count at once.</param>
public sealed record DraftCheck(
    Receipt Found, bool IsNil, string? Replaces, bool IsSame, int? RowsBefore, IReadOnlyList<DraftChange> Changes,
    string? Waits)
{
    // Not which sheet (PZ1006), nor a header (PZ2005): by another flow another sheet is read.
    private static readonly string[] Unreadable = ["PZ1002", "PZ1003", "PZ1004", "PZ1007"];

    private const string OtherPeriod = "PZ4009";

    private static readonly StoredJson Form = new(
        null,
        StoredJson.EnumWords(),
        new OneValue<Money>(value => value.ToString(), value => Money.Parse((string)value)),
        new OneValue<Receipt>(ReceiptJson.Write, value => ReceiptJson.Read((string)value)));

    /// <summary>
    /// The version of the draft it was found in (<see cref="Ports.IStoredFile.Version"/>); empty = it is not kept.
    /// </summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>
    /// Codes of the bodies whose figures it holds, ascending; none where it would not be accepted or is in force.
    /// </summary>
    public IReadOnlyList<string> Bodies { get; init; } = [];

    /// <summary>What it would change, closer; null = it would not be accepted, or is in force.</summary>
    public ChangeDetail? Detail { get; init; }

    /// <summary>What is to be known beside what it would change; null as <see cref="Detail"/>.</summary>
    public ChangeBeside? Beside { get; init; }

    /// <summary>
    /// Receipts of those of <see cref="Others"/> that tell the same facts, ascending: what the draft changes depends on
    /// them.
    /// </summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];

    /// <summary>A mark that tells <see cref="ToldBy"/> from other such lists; null = nobody tells the same.</summary>
    public string? ToldMark => ToldBy.Count == 0 ? null : DocumentFingerprint.OfTexts([.. ToldBy]);

    /// <summary>
    /// Receipts of the files in force of other senders that name bodies of its own or of what it would replace, by
    /// sender: some of its figures may not count.
    /// </summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Codes of those whose figures it would replace and does not hold, ascending.</summary>
    public IReadOnlyList<string> MissingBodies { get; init; } = [];

    /// <summary>
    /// Those of them whom its sender must say that it leaves out: their rows would count no longer, and a file of
    /// several bodies easily lacks some. None where it may not be sent, or all figures are those of its sender.
    /// </summary>
    public IReadOnlyList<string> LeftOut =>
        MaySend && Bodies.Concat(MissingBodies).Any(body => body != Found.Sender) ? MissingBodies : [];

    /// <summary>Whether it may be sent: it would be accepted, and is not in force already.</summary>
    public bool MaySend => !IsSame && Found.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings;

    /// <summary>Whether nothing of it may be kept: it holds personal data.</summary>
    public bool IsBlocked => Found.Outcome == Outcome.Quarantined;

    /// <summary>Bytes of the file that it was found in; 0 = it is an empty one, or it is not known.</summary>
    public long Length { get; init; }

    /// <summary>Whether nobody could read it, whatever it is taken for: its bytes serve nothing.</summary>
    public bool IsUnreadable => Found is { Outcome: Outcome.Refused, ReadAs: null }
        && Found.ProblemCounts.Keys.Any(code => Unreadable.Contains(code, StringComparer.Ordinal));

    /// <summary>Whether its bytes are not kept once it is told.</summary>
    public bool KeepsNoBytes => IsBlocked || IsUnreadable;

    /// <summary>
    /// The one other period that its rows are of, of those of its flow: it may be a file of that; null = they are of
    /// several, or some are of its own.
    /// </summary>
    public Period? PeriodOfRows
    {
        get
        {
            string[] written =
            [
                .. Found.Problems.Where(problem => problem.Code == OtherPeriod)
                    .Select(problem => problem.Value ?? string.Empty).Distinct(StringComparer.Ordinal),
            ];
            return written is [var only] && Found.ProblemCounts[OtherPeriod] == Found.Rows.Read
                && Period.TryParse(Found.Period, out Period? own)
                && Period.TryParse(only.Trim(), out Period? told)
                && (told.Kind == own.Kind ? told : own.AddYears(told.Year - own.Year)) is { } other
                && other.Text != own.Text
                    ? other
                    : null;
        }
    }

    /// <summary>As it is kept.</summary>
    public string Write() => Form.Write(this);

    /// <summary>Reads what is kept.</summary>
    public static DraftCheck Read(string text) => Form.Read<DraftCheck>(text);
}

/// <summary>A figure that a draft would change.</summary>
/// <param name="Fund">Fund and year.</param>
/// <param name="Kind">The kind of movement.</param>
/// <param name="Before">Its sum in force; null = it is not reported.</param>
/// <param name="After">Its sum in the draft; null = it is not reported.</param>
public sealed record DraftChange(FundKey Fund, EntryKind Kind, Money? Before, Money? After);
