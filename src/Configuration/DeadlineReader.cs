using System.Globalization;
using PianoZona.Configuration.Json;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>The deadlines of ambito.json.</summary>
internal static class DeadlineReader
{
    // Days 29 to 31 do not come every month.
    private const int LastDayOfEveryMonth = 28;
    private static readonly string[] Forms =
    [
        "once",
        "yearly",
        "endOfMonth",
        "monthly",
        "quarterly",
        "halfYearly",
        "daysAfterEvent",
    ];

    public static DeadlineRule Deadline(JsonObjectReader o)
    {
        DeadlineRule rule = RuleOf(o);
        if (rule.To < rule.From)
        {
            o.Mistake("to", "L'ultimo anno viene prima del primo («from»).");
        }

        return rule;
    }

    private static DeadlineRule RuleOf(JsonObjectReader o) => new(
        o.Text("id", AmbitoForms.Code),
        o.Word("flow", AmbitoForms.Flows, required: false),
        o.Object("due", required: true, Due) ?? new DueRule.DaysAfterEvent(0),
        o.Integer("from", AmbitoReader.FirstYear, AmbitoReader.LastYear, required: false),
        o.Choice("audience", AmbitoForms.Kinds, required: true) ?? default,
        o.Integers("offsets", -365, 365) is var offsets && o.Has("offsets") ? offsets : DeadlineRule.DefaultOffsets,
        o.Flag("rollForward", otherwise: false),
        o.Flag("soft", otherwise: false))
    {
        Group = o.OptionalText("group", AmbitoForms.Code),
        To = o.Integer("to", AmbitoReader.FirstYear, AmbitoReader.LastYear, required: false),
        Title = o.OptionalText("title", TextForm.Line),
        Source = o.OptionalText("source", TextForm.Line),
    };

    private static DueRule Due(JsonObjectReader o)
    {
        string[] used = [.. Forms.Where(o.Has)];
        if (used.Length == 1)
        {
            return DueOf(used[0], o);
        }

        o.Ignore([.. o.Names]);
        o.Mistake(
            used.Length == 0
                ? $"La scadenza non dice quando cade: serve una fra le proprietà {string.Join(", ", Forms)}."
                : $"La scadenza ha {used.Length.ToString(CultureInfo.InvariantCulture)} forme ({string.Join(", ", used)}): lasciarne una sola."
        );
        return new DueRule.DaysAfterEvent(0);
    }

    private static DueRule DueOf(string form, JsonObjectReader o)
    {
        switch (form)
        {
            case "once":
                return new DueRule.Once(o.Date(form, required: true) ?? default);
            case "yearly":
                (int month, int day) = MonthDay(o.Text(form, AmbitoForms.MonthDay));
                return new DueRule.Yearly(month, day, YearOffset(o));
            case "endOfMonth":
                return new DueRule.EndOfMonth(o.Integer(form, 1, 12, required: true) ?? 1, YearOffset(o));
            case "monthly":
                return new DueRule.Monthly(DayOfMonth(form, o), MonthOffset(o));
            case "quarterly":
                return new DueRule.Quarterly(DayOfMonth(form, o), MonthOffset(o));
            case "halfYearly":
                return HalfYearly(form, o);
            default:
                return new DueRule.DaysAfterEvent(o.Integer(form, 0, 3650, required: true) ?? 0);
        }
    }

    private static DueRule.HalfYearly HalfYearly(string form, JsonObjectReader o)
    {
        (int Month, int Day)[] days = [.. o.Texts(form, AmbitoForms.MonthDay).Select(MonthDay)];
        if (days.Length == 2)
        {
            return new DueRule.HalfYearly(days[0].Month, days[0].Day, days[1].Month, days[1].Day);
        }

        o.Mistake(
            form,
            "Servono due giorni diversi, per il primo e per il secondo semestre, per esempio [\"07-31\", \"01-31\"].");
        return new DueRule.HalfYearly(7, 31, 1, 31);
    }

    private static int YearOffset(JsonObjectReader o) => o.Integer("yearOffset", 0, 10, required: false) ?? 0;

    private static int MonthOffset(JsonObjectReader o) => o.Integer("monthOffset", 0, 24, required: false) ?? 0;

    // "20" and 20 are the same day.
    private static int DayOfMonth(string name, JsonObjectReader o) =>
        o.Integer(name, 1, LastDayOfEveryMonth, required: true, textToo: true) ?? 1;

    private static (int Month, int Day) MonthDay(string text) =>
        text.Length == 0 ? (1, 1) : (TwoDigits(text, 0), TwoDigits(text, 3));

    private static int TwoDigits(string text, int start) =>
        int.Parse(text.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
