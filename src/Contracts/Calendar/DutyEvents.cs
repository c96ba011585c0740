using PianoZona.Contracts.Configuration;

namespace PianoZona.Contracts.Calendar;

/// <summary>What happened: as staff recorded it, and as files of a day tell it of whom they are about.</summary>
internal static class DutyEvents
{
    /// <summary>All of it, each of one body.</summary>
    public static IEnumerable<DutyEvent> Of(Ambito ambito, DeadlineMoves moves, Acceptances accepted) =>
        moves.Records.Events.Select(one => new DutyEvent(one.Deadline, one.Body, one.Day))
            .Concat(
                from upload in accepted.All
                let period = Period.Parse(upload.Slot.Period)
                where period.First == period.Last
                from rule in ambito.Deadlines
                where rule.Flow == upload.Slot.Flow && rule.Due is DueRule.DaysAfterEvent
                from body in upload.Bodies.Append(upload.Slot.Sender).Select(ambito.CodeOf)
                where ambito.FindSender(body) is { } sender && ambito.Owes(sender, rule, period)
                select new DutyEvent(rule.Id, body, period.First));
}
