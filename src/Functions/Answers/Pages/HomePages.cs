using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Home;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The first page of a body that sends files.</summary>
internal static class HomePages
{
    /// <summary>What is due, what was sent, what comes next.</summary>
    /// <param name="reader">The body that reads it.</param>
    public static PageView Of(BodyDay day, Sender reader) => new BodyHomeView(
        SummaryOf(day),
        day.Due.Count + day.ToCorrect.Count > 0 ? null : NothingOf(day),
        day.Today,
        [.. day.ByBody(reader.Code).Select(group => GroupOf(group, reader, day))],
        [.. day.Latest.Select(LineOf)],
        [.. day.Next.Select(one => new NextLine(AboutOf(one), one.OnTimeUntil))])
    {
        ToCorrect = [.. day.ToCorrect.Select(CorrectionOf)],
        Begun = [.. day.Begun.Select(BegunOf)],
        Unverified = [.. day.Unverified.Select(one => UnverifiedOf(one, reader))],
        HasUnits = reader.Kind == SenderKind.Provider,
        SentForReader = [.. day.SentForIt.Select(SentForPages.LineOf)],
    };

    /// <summary>Flow and period in words; what is none as it is.</summary>
    public static string AboutOf(string flow, string period) => $"{Spoken.OfFlow(flow)}, {PeriodOf(period)}";

    /// <summary>A period in words; what is none as it is.</summary>
    public static string PeriodOf(string period) =>
        Contracts.Period.TryParse(period, out _) ? Spoken.OfPeriod(period) : period;

    private static string AboutOf(Obligation one) => $"{one.Title}, {Spoken.OfPeriod(one.Period.Text)}";

    // The reader's own needs no name where there is nobody else's.
    private static DutyGroup GroupOf(IReadOnlyList<Duty> duties, Sender reader, BodyDay day) => new(
        day.Due.All(duty => duty.Owed.Body.Code == reader.Code) ? null : duties[0].Owed.Body.Name,
        CountOf(duties),
        [.. duties.Select(duty => LineOf(duty, reader))]);

    private static DutyLine LineOf(Duty duty, Sender reader)
    {
        Obligation owed = duty.Owed;
        string? body = owed.Body.Code == reader.Code ? null : owed.Body.Code;
        return new DutyLine(
            owed.Title,
            FlowCatalogue.Find(owed.Rule.Flow ?? string.Empty)?.Description ?? owed.Rule.Source,
            Spoken.OfPeriod(owed.Period.Text),
            StateOf(duty),
            owed.OnTimeUntil,
            owed.Rule.Flow is { } flow ? Addresses.SendFor(flow, owed.Period.Text, body) : null,
            duty.Refused is { } refused ? Addresses.ReceiptOf(refused.Id.Text) : null)
        {
            IsIndicative = !owed.IsStrict,
            Fill = duty.IsFileOnly ? null : FillingPages.AddressOf(owed.Rule.Flow, owed.Period.Text, body),
            Draft = duty.Draft is { } draft ? LinkOf(draft, body) : null,
        };
    }

    private static BegunLine BegunOf(DraftLine draft) => new(
        draft.Facts is { Flow: { } flow, Period: { } period } ? AboutOf(flow, period) : "File da riconoscere",
        LinkOf(draft, body: null));

    private static UnverifiedLine UnverifiedOf(Obligation one, Sender reader)
    {
        string? body = one.Body.Code == reader.Code ? null : one.Body.Code;
        return new UnverifiedLine(
            body is null ? AboutOf(one) : $"{AboutOf(one)}, {one.Body.Name}", one.OnTimeUntil,
            Addresses.SendFor(one.Rule.Flow!, one.Period.Text, body));
    }

    private static StateWord StateOf(Duty duty) => duty.IsLate ? StateWord.Late
        : duty.Refused is not null ? StateWord.Refused
        : duty.IsPastIndicative ? StateWord.PastIndicative
        : StateWord.ToSend;

    private static NamedLink LinkOf(DraftLine draft, string? body) =>
        FillingKeys.IsTable(draft.Key, draft.Facts)
            ? new NamedLink(
                $"Bozza salvata il {SentWords.Moment(draft.WrittenAt)}",
                Addresses.FillingOf(draft.Facts.Flow!, draft.Facts.Period!, body))
            : new NamedLink(
                $"File scelto il {SentWords.Moment(draft.WrittenAt)}, non ancora inviato",
                Addresses.DraftOf(draft.Key.Id));

    private static LatestLine LineOf(SentFile sent) => new(
        AboutOf(sent.Receipt.Id.Flow, sent.Receipt.Id.Period), SentWords.Moment(sent.Receipt.ReceivedAt),
        SentWords.State(sent), Addresses.ReceiptOf(sent.Receipt.Id.Text));

    private static CorrectionLine CorrectionOf(ReceiptLine refused) => new(
        AboutOf(refused.Id.Flow, refused.Id.Period), SentWords.Moment(refused.ReceivedAt),
        refused.Outcome == Outcome.Quarantined ? StateWord.Quarantined : StateWord.Refused,
        Addresses.SendFor(refused.Id.Flow, refused.Id.Period), Addresses.ReceiptOf(refused.Id.Text));

    private static string SummaryOf(BodyDay day) => day.Due.Count == 0
        ? day.ToCorrect.Count == 0 ? "Nessun file da inviare adesso."
            : $"{Italian.Number(day.ToCorrect.Count)} da correggere e inviare di nuovo."
        : $"{CountOf(day.Due)}{BodiesOf(day)}.";

    // «, per 5 enti»
    private static string BodiesOf(BodyDay day)
    {
        int bodies = day.Due.DistinctBy(duty => duty.Owed.Body.Code, StringComparer.Ordinal).Count();
        return bodies > 1 ? $", per {Italian.Number(bodies)} enti" : string.Empty;
    }

    // «3 da inviare, di cui 1 in ritardo e 1 respinto»
    private static string CountOf(IReadOnlyCollection<Duty> duties)
    {
        int late = duties.Count(duty => duty.IsLate);
        int refused = duties.Count(duty => duty is { IsLate: false, Refused: not null });
        int past = duties.Count(duty => duty is { IsPastIndicative: true, Refused: null });
        string[] parts =
        [
            .. late > 0 ? [$"{Italian.Number(late)} in ritardo"] : Array.Empty<string>(),
            .. refused > 0 ? [$"{Italian.Number(refused)} {(refused == 1 ? "respinto" : "respinti")}"]
                : Array.Empty<string>(),
            .. past > 0 ? [$"{Italian.Number(past)} oltre la data indicativa"] : Array.Empty<string>(),
        ];
        string all = $"{Italian.Number(duties.Count)} da inviare";
        return late == duties.Count ? $"{all}, {(late == 1 ? "in ritardo" : "tutti in ritardo")}"
            : parts.Length == 0 ? all
            : $"{all}, di cui {Listed(parts)}";
    }

    // «1 in ritardo, 1 respinto e 2 oltre la data indicativa»
    private static string Listed(string[] parts) =>
        parts.Length < 2 ? parts[0] : $"{string.Join(", ", parts[..^1])} e {parts[^1]}";

    private static string NothingOf(BodyDay day) => day.Next.Count == 0
        ? "Niente da inviare"
        : $"Niente da inviare fino al {Spoken.Day(day.Next.Min(one => one.Opens))}";
}
