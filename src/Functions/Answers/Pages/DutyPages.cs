using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Requests.Duties;
using PianoZona.Web.Deadlines;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages where staff marks duties as done and records events.</summary>
internal static class DutyPages
{
    /// <summary>A duty of one body.</summary>
    public static DutyView OfDuty(Obligation owed, DutyForm form, FieldMistake[] mistakes) => new(
        $"{owed.Title}, {Spoken.OfPeriod(owed.Period.Text)}",
        Addresses.DutyDone(owed.Rule.Id, owed.Period.Text, owed.Body.Code),
        [new FieldChoice(owed.Body.Code, owed.Body.Name)],
        new DutyFields(owed.Body.Code, form.Text, form.Date))
    {
        Mistakes = mistakes,
    };

    /// <summary>Something that happened to one of those who owe a deadline.</summary>
    public static DutyView OfEvent(Ambito ambito, DeadlineRule rule, DutyForm form, FieldMistake[] mistakes) => new(
        rule.Title ?? rule.Id, Addresses.DutyEvent(rule.Id),
        [
            .. ambito.Senders.Where(sender => ambito.Owes(sender, rule))
                .OrderBy(sender => sender.Name, StringComparer.Ordinal)
                .Select(sender => new FieldChoice(sender.Code, sender.Name)),
        ],
        new DutyFields(form.Body, form.Text, form.Date))
    {
        IsEvent = true,
        Mistakes = mistakes,
    };

    /// <summary>What the hub refused, at the day: all else was looked at before.</summary>
    public static FieldMistake[] Mistakes(IEnumerable<Mistake> mistakes) =>
        [.. mistakes.Select(one => new FieldMistake(DutyView.DateName, one.Message))];
}
