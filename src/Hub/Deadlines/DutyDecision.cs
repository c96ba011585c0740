using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Text;

namespace PianoZona.Hub.Deadlines;

/// <summary>
/// How what staff records of duties is kept among the decisions: by deadline, period and body. Acts and reasons are
/// words about acts and bodies, never about persons.
/// </summary>
public static class DutyDecision
{
    private const string Event = "evento";

    /// <summary>The decision that a duty is done, or that it is not after all.</summary>
    public static Decision Of(DutyDone done, DateTimeOffset at) => new(
        DecisionKinds.Duty, $"{done.Deadline}|{done.Period}|{done.Body}",
        DecisionForm.Write(new Content(done.Act, done.Date)), done.By, at);

    /// <summary>The decision that something happened, or that it did not after all.</summary>
    public static Decision Of(RecordedEvent happened, DateTimeOffset at) => new(
        DecisionKinds.Duty, $"{happened.Deadline}|{IsoDay.Text(happened.Day)}|{happened.Body}|{Event}",
        DecisionForm.Write(new Content(happened.Reason, happened.Day)), happened.By, at);

    /// <summary>All that decisions say.</summary>
    /// <param name="ambito">Whose codes they name.</param>
    public static DutyRecords Read(Ambito ambito, IEnumerable<Decision> decisions)
    {
        List<DutyDone> done = [];
        List<RecordedEvent> events = [];
        foreach (Decision decision in decisions)
        {
            string[] subject = decision.Subject.Split('|');
            Content content = DecisionForm.Read<Content>(decision.Content);
            string body = ambito.CodeOf(subject[2]);
            if (subject.Length > 3)
            {
                events.Add(new RecordedEvent(
                    subject[0], body, content.Data, content.Testo, decision.By, decision.At));
            }
            else
            {
                done.Add(new DutyDone(
                    subject[0], subject[1], body, content.Testo, content.Data, decision.By, decision.At));
            }
        }

        return new DutyRecords(done, events);
    }

    private sealed record Content(string? Testo, DateOnly Data);
}
