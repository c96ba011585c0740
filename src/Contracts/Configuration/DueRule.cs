using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Configuration;

/// <summary>
/// When a deadline falls; exactly one of the forms of ambito.json. Each says which periods it is about, on which day
/// each of them is due, and itself in Italian words. By the calendar: non-working days are not considered here.
/// </summary>
public abstract record DueRule
{
    /// <summary>
    /// What a year is divided into, as endings of periods: <c>-T1</c> …, or one empty ending for the year.
    /// </summary>
    /// <remarks>None for a duty that counts from an event.</remarks>
    internal abstract IEnumerable<string> Parts { get; }

    /// <summary>In Italian: «il 30 giugno dell'anno dopo».</summary>
    public abstract string Words { get; }

    /// <summary>The day on which a period is due.</summary>
    /// <returns>Null when the rule is about periods of another length, or counts from an event.</returns>
    public abstract DateOnly? On(Period period);

    /// <summary>On one day, whatever the period.</summary>
    public sealed record Once(DateOnly Date) : DueRule
    {
        /// <inheritdoc/>
        public override string Words => Date.ToString("d MMMM yyyy", Italian.Culture);

        internal override IEnumerable<string> Parts => [string.Empty];

        /// <inheritdoc/>
        public override DateOnly? On(Period period) => Date;
    }

    /// <summary>Every year on a day, <paramref name="YearOffset"/> years after the period.</summary>
    public sealed record Yearly(int Month, int Day, int YearOffset) : DueRule
    {
        /// <inheritdoc/>
        public override string Words => $"il {DayOfYear(Month, Day)}{Years(YearOffset)}";

        internal override IEnumerable<string> Parts => [string.Empty];

        /// <inheritdoc/>
        public override DateOnly? On(Period period) =>
            period.Kind == PeriodKinds.Year ? DayOrLast(period.Year + YearOffset, Month, Day) : null;
    }

    /// <summary>Last day of a month, <paramref name="YearOffset"/> years after the period.</summary>
    public sealed record EndOfMonth(int Month, int YearOffset) : DueRule
    {
        private const int Last = 31;

        /// <inheritdoc/>
        public override string Words => $"l'ultimo giorno di {NameOf(Month)}{Years(YearOffset)}";

        internal override IEnumerable<string> Parts => [string.Empty];

        /// <inheritdoc/>
        public override DateOnly? On(Period period) =>
            period.Kind == PeriodKinds.Year ? DayOrLast(period.Year + YearOffset, Month, Last) : null;
    }

    /// <summary>A day of the month, <paramref name="MonthOffset"/> months after the period.</summary>
    public sealed record Monthly(int Day, int MonthOffset) : DueRule
    {
        /// <inheritdoc/>
        public override string Words => $"il giorno {Day}{Months(MonthOffset, string.Empty)}";

        internal override IEnumerable<string> Parts => Enumerable.Range(1, 12).Select(month => $"-{month:D2}");

        /// <inheritdoc/>
        public override DateOnly? On(Period period) =>
            period.Kind == PeriodKinds.Month ? AfterPeriod(period, MonthOffset, Day) : null;
    }

    /// <summary>A day of the month, <paramref name="MonthOffset"/> months after the end of the quarter.</summary>
    public sealed record Quarterly(int Day, int MonthOffset) : DueRule
    {
        /// <inheritdoc/>
        public override string Words => $"il giorno {Day}{Months(MonthOffset, " la fine del trimestre")}";

        internal override IEnumerable<string> Parts => ["-T1", "-T2", "-T3", "-T4"];

        /// <inheritdoc/>
        public override DateOnly? On(Period period) =>
            period.Kind == PeriodKinds.Quarter ? AfterPeriod(period, MonthOffset, Day) : null;
    }

    /// <summary>
    /// Two days a year: for the first half, and for the second (in the next year when it comes earlier in the
    /// calendar).
    /// </summary>
    public sealed record HalfYearly(int FirstMonth, int FirstDay, int SecondMonth, int SecondDay) : DueRule
    {
        /// <inheritdoc/>
        public override string Words =>
            $"il {DayOfYear(FirstMonth, FirstDay)} per il primo semestre, "
            + $"il {DayOfYear(SecondMonth, SecondDay)}{(SecondIsNextYear ? " dopo" : string.Empty)} per il secondo";

        internal override IEnumerable<string> Parts => ["-S1", "-S2"];

        private bool SecondIsNextYear => (SecondMonth, SecondDay).CompareTo((FirstMonth, FirstDay)) < 0;

        /// <inheritdoc/>
        public override DateOnly? On(Period period) => period.Kind != PeriodKinds.HalfYear ? null
            : period.First.Month == 1 ? DayOrLast(period.Year, FirstMonth, FirstDay)
            : DayOrLast(period.Year + (SecondIsNextYear ? 1 : 0), SecondMonth, SecondDay);
    }

    /// <summary>Days from an event.</summary>
    public sealed record DaysAfterEvent(int Days) : DueRule
    {
        /// <inheritdoc/>
        public override string Words => Days == 0 ? "il giorno dell'evento" : $"{Days} giorni dopo l'evento";

        internal override IEnumerable<string> Parts => [];

        /// <inheritdoc/>
        public override DateOnly? On(Period period) => null;

        /// <summary>The day on which it is due.</summary>
        /// <param name="happened">The day of the event.</param>
        public DateOnly After(DateOnly happened) => happened.AddDays(Days);
    }

    private static DateOnly AfterPeriod(Period period, int months, int day)
    {
        DateOnly month = new DateOnly(period.Last.Year, period.Last.Month, 1).AddMonths(months);
        return DayOrLast(month.Year, month.Month, day);
    }

    // A day that the month has not is its last: 29 February, or the 31st of a short month.
    private static DateOnly DayOrLast(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static string DayOfYear(int month, int day) => $"{day} {NameOf(month)}";

    private static string NameOf(int month) => Italian.Culture.DateTimeFormat.GetMonthName(month);

    private static string Years(int years) => years switch
    {
        0 => " dell'anno stesso",
        1 => " dell'anno dopo",
        _ => $" di {years} anni dopo",
    };

    private static string Months(int months, string after) => months switch
    {
        0 => string.Empty,
        1 => $" del mese dopo{after}",
        _ => $" di {months} mesi dopo{after}",
    };
}
