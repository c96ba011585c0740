using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Calendar;

/// <summary>
/// Who has sent what: a body counts as having sent when it did itself, or when somebody sent its figures.
/// </summary>
internal sealed class Acceptances
{
    private readonly ILookup<(string Flow, string Period, string Body), CurrentUpload> byBody;
    private readonly ILookup<(string Flow, string Period), CurrentUpload> bySlot;
    private readonly Ambito ambito;
    private readonly ILookup<(string Flow, string Period), Sender> begun;

    /// <summary>Takes note of what is in force.</summary>
    /// <param name="ambito">Who is what.</param>
    /// <param name="current">The accepted uploads in force.</param>
    public Acceptances(Ambito ambito, IEnumerable<CurrentUpload> current)
    {
        this.ambito = ambito;
        CurrentUpload[] all = [.. current];
        Dictionary<string, Sender> senders = ambito.Senders.DistinctBy(sender => sender.Code, StringComparer.Ordinal)
            .ToDictionary(sender => sender.Code, StringComparer.Ordinal);
        bySlot = all.ToLookup(upload => (upload.Slot.Flow, upload.Slot.Period));
        byBody = all
            .SelectMany(upload => BodiesOf(ambito, upload), (upload, body) => (upload, body))
            .ToLookup(one => (one.upload.Slot.Flow, one.upload.Slot.Period, one.body), one => one.upload);
        begun = byBody.Where(group => senders.ContainsKey(group.Key.Body))
            .ToLookup(group => (group.Key.Flow, group.Key.Period), group => senders[group.Key.Body]);
        FirstDay = all.Min(upload => UploadSequence.DayReceived(upload.Sequence));
    }

    /// <summary>
    /// The day on which the first of the files in force came; null when none did, or their days are not known.
    /// </summary>
    public DateOnly? FirstDay { get; }

    /// <summary>What is in force.</summary>
    public IEnumerable<CurrentUpload> All => bySlot.SelectMany(group => group);

    /// <summary>The flows and periods of which something was accepted.</summary>
    public IEnumerable<(string Flow, string Period)> Slots => bySlot.Select(group => group.Key);

    /// <summary>What is in force of a flow and period.</summary>
    public IEnumerable<CurrentUpload> Of(string flow, Period period) => bySlot[(flow, period.Text)];

    /// <summary>Whether a body has sent, or somebody has sent its figures.</summary>
    public bool Cover(string flow, Period period, Sender body) => byBody.Contains((flow, period.Text, body.Code));

    /// <summary>
    /// Whether a flow and period are covered for one body like another at least: of the same kind and of the same
    /// groups, since what comes for one group says nothing of who is of another.
    /// </summary>
    public bool HaveBegun(string flow, Period period, Sender body) =>
        begun[(flow, period.Text)].Any(one => one.Kind == body.Kind
            && ambito.GroupsIn(one, period).SequenceEqual(ambito.GroupsIn(body, period), StringComparer.Ordinal));

    /// <summary>The periods of a flow that are covered for one sender of a kind at least.</summary>
    public IEnumerable<Period> BegunPeriods(string flow, SenderKind kind) =>
        begun.Where(one => one.Key.Flow == flow && one.Any(sender => sender.Kind == kind))
            .Select(one => Period.Parse(one.Key.Period));

    /// <summary>
    /// The day of the upload in force, the first of them where there are several; null when nothing was accepted.
    /// </summary>
    /// <param name="fund">
    /// Of the uploads with figures of this fund, or nil returns, which are of every fund; null = of all.
    /// </param>
    public DateOnly? FirstDayOf(string flow, Period period, Sender body, string? fund) =>
        byBody[(flow, period.Text, body.Code)]
            .Where(upload => fund is null || upload.Rows == 0 || upload.Funds.Any(one => one.Fund == fund))
            .Min(upload => (DateOnly?)RomeTime.DayOf(upload.ReceivedAt));

    private static IEnumerable<string> BodiesOf(Ambito ambito, CurrentUpload upload) =>
        upload.Bodies.Append(upload.Slot.Sender).Select(ambito.CodeOf).Distinct(StringComparer.Ordinal);
}
