using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Text;

namespace PianoZona.Hub.Deadlines;

/// <summary>
/// How what staff records of duties is kept among the decisions on deadlines, so that one query reads both: by
/// deadline, period and body, after a mark that no move begins with. Acts and reasons are words about acts and bodies,
/// never about persons.
/// </summary>
public static class DutyDecision
{
    private const string Event = "evento";
    private const char Mark = '|';

    /// <summary>Whether a decision on deadlines is one of these; else it moves a day.</summary>
    public static bool Is(Decision decision) => decision.Subject.StartsWith(Mark);

    /// <summary>The decision that a duty is done, or that it is not after all.</summary>
    public static Decision Of(DutyDone done) => new(
        DecisionKinds.Deadline, $"{Mark}{done.Deadline}|{done.Period}|{done.Body}",
        DecisionForm.Write(new Content(done.Act, done.Date)), done.By, done.At);

    /// <summary>The decision that something happened, or that it did not after all.</summary>
    public static Decision Of(RecordedEvent happened) => new(
        DecisionKinds.Deadline,
        $"{Mark}{happened.Deadline}|{IsoDay.Text(happened.Day)}|{happened.Body}|{Event}",
        DecisionForm.Write(new Content(happened.Reason, happened.Day)), happened.By, happened.At);

    /// <summary>All that decisions say.</summary>
    /// <param name="ambito">Whose codes they name.</param>
    /// <param name="decisions">Decisions of duties alone (<see cref="Is"/>).</param>
    public static DutyRecords Read(Ambito ambito, IEnumerable<Decision> decisions)
    {
        List<DutyDone> done = [];
        List<RecordedEvent> events = [];
        foreach (Decision decision in decisions)
        {
            string[] subject = decision.Subject[1..].Split('|');
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
