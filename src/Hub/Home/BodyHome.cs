using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Home;

/// <summary>What a body that sends files finds when it comes in.</summary>
public sealed class BodyHome(
    DeadlineRegister deadlines, IReceiptStore receipts, IDraftStore drafts, TimeProvider time)
{
    private const int MostNext = 5;
    private const int MostLatest = 5;

    /// <summary>What is due of a body, what comes next and what it sent last.</summary>
    /// <remarks>
    /// One listing of its receipts and one of its drafts beside what the calendar asks for, however much it has sent.
    /// </remarks>
    public async Task<BodyDay> FindAsync(Ambito ambito, Sender body, CancellationToken cancellationToken)
    {
        DateOnly today = RomeTime.Today(time);
        Sender[] bodies = [.. ambito.Senders.Where(one => SendingBodies.MaySendFor(ambito, body, one))];
        Obligations calendar = await deadlines.CalendarOfAsync(ambito, bodies, today, cancellationToken);
        List<ReceiptLine> sent =
        [
            .. (await receipts.ListAsync(body.Code, cancellationToken).ToListAsync(cancellationToken))
                .LatestFirst(one => one.ReceivedAt, one => one.Id.Text),
        ];
        DraftLine[] begun =
        [
            .. (await drafts.ListAsync(body.Code, cancellationToken)).Where(one => one.Facts.Sequence is null
                && !FillingKeys.IsNothing(one.Key, one.Facts)
                && !WaitingDrafts.IsSettled(one, calendar.InForce.FirstOrDefault(current =>
                    current.Slot.Sender == body.Code && current.Slot.Flow == one.Facts.Flow
                    && current.Slot.Period == one.Facts.Period))),
        ];
        Duty[] due =
        [
            .. calendar.Open.Where(one => IsFor(ambito, body, one))
                .Select(one => new Duty(one, RefusedFor(sent, one))
                {
                    Draft = DraftFor(begun, one), IsFileOnly = IsFileOnly(calendar, body, one),
                }),
        ];
        return new BodyDay(
            today,
            [
                .. due.OrderBy(one => one.IsLate ? 0 : one.Refused is not null ? 1 : one.IsPastIndicative ? 2 : 3)
                    .ThenBy(one => one.Owed.OnTimeUntil)
                    .ThenBy(one => one.Owed.Title, StringComparer.Ordinal)
                    .ThenBy(one => one.Owed.Body.Name, StringComparer.Ordinal),
            ],
            [.. calendar.NextOf(body).Take(MostNext)],
            [
                .. sent.Take(MostLatest).Select(one => SentFile.Of(one, calendar.InForceOf(one.Id))),
            ])
        {
            ToCorrect = ToCorrectOf(sent, due, calendar, body),
            Begun = [.. begun.Except(due.Select(duty => duty.Draft).OfType<DraftLine>())],
            Unverified = UnverifiedOf(ambito, body, calendar, today),
            SentForIt = [.. SentForBodies.InForce(ambito, body, calendar).Take(MostLatest)],
        };
    }

    private static Obligation[] UnverifiedOf(Ambito ambito, Sender body, Obligations calendar, DateOnly today) =>
    [
        .. calendar.Between(today.AddDays(-DeadlineRegister.DaysBack), today)
            .Where(one => one.State == ObligationState.Unknown && one.Rule.Flow is not null
                && IsFor(ambito, body, one))
            .OrderBy(one => one.OnTimeUntil)
            .ThenBy(one => one.Title, StringComparer.Ordinal)
            .ThenBy(one => one.Body.Name, StringComparer.Ordinal),
    ];

    // The last of each place; who sent to a place that is none finds no page to correct it, and what another has told
    // meanwhile leaves nothing to do.
    private static ReceiptLine[] ToCorrectOf(
        List<ReceiptLine> sent, Duty[] due, Obligations calendar, Sender body) =>
    [
        .. sent.DistinctBy(one => (one.Id.Flow, one.Id.Period))
            .Where(one => one.Outcome is Outcome.Refused or Outcome.Quarantined
                && FlowCatalogue.Find(one.Id.Flow) is { } flow
                && Period.TryParse(one.Id.Period, out Period? period) && flow.Periods.HasFlag(period.Kind)
                && !due.Any(duty => duty.Refused?.Id == one.Id)
                && !calendar.UploadsOf(flow.Code, period).Any(upload => IsToldBy(upload, flow, body))),
    ];

    // By the Ufficio di Piano, whose file is the only one of its flow, or with figures of the body.
    private static bool IsToldBy(CurrentUpload upload, FlowSchema flow, Sender body) =>
        upload.Slot.Sender != body.Code
        && (flow.PlanOfficeOnly || upload.Bodies.Contains(body.Code, StringComparer.Ordinal));

    // What it sent, and is in force, is longer than a table of the page.
    private static bool IsFileOnly(Obligations calendar, Sender body, Obligation one) =>
        one.Rule.Flow is { } flow
        && calendar.UploadsOf(flow, one.Period).Any(upload =>
            upload.Slot.Sender == body.Code && upload.Rows > OnlineForm.MostRows);

    // Its own; of others the files that it sends for them.
    private static bool IsFor(Ambito ambito, Sender body, Obligation one) => one.Rule.Flow is { } flow
        ? SendingBodies.MaySendFor(ambito, body, one.Body, flow, one.Period)
        : one.Body.Code == body.Code;

    // The latest: a table is one for all whom it sends for, and so may be a file that was begun for nobody alone.
    private static DraftLine? DraftFor(DraftLine[] begun, Obligation owed) => Array.Find(
        begun,
        one => one.Facts.Flow == owed.Rule.Flow && one.Facts.Period == owed.Period.Text
            && (one.Facts.Body is null || one.Facts.Body == owed.Body.Code
                || FillingKeys.IsTable(one.Key, one.Facts)));

    private static ReceiptLine? RefusedFor(List<ReceiptLine> sent, Obligation owed) =>
        sent.Find(one => one.Id.Flow == owed.Rule.Flow && one.Id.Period == owed.Period.Text)
            is { Outcome: Outcome.Refused or Outcome.Quarantined } last ? last : null;
}
