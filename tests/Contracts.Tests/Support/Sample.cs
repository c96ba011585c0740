using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Tests.Support;

/// <summary>A small Ambito, and short ways to say what is due and what was sent in it.</summary>
internal static class Sample
{
    public const string Code = "oglio-po";

    public const string Flow = "spesa-sociale";

    public static readonly DeadlineRule SocialSpending = Rule(Flow, new DueRule.Yearly(6, 30, 1));

    public static readonly Ambito Ambito = Of(
        [
            Comune("019021", "Casalmaggiore") with { PatronSaint = "08-11", Groups = ["casalasco"] },
            Comune("019086", "San Martino del Lago") with { Groups = ["casalasco"] },
            Comune("020066", "Viadana"),
            Sender("ente-concass", SenderKind.Agency, "Consorzio Casalasco") with { UploadsFor = ["casalasco"] },
            Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano") with { UploadsFor = ["*"] },
        ],
        SocialSpending);

    public static Ambito Of(IReadOnlyList<Sender> senders, params IReadOnlyList<DeadlineRule> deadlines) => new(
        Code, "Ambito Oglio Po", "Lombardia", senders, Groups: [], LeadAgencies: [], Funds: [], Quotas: [], Flows: [],
        deadlines, DeadlinesAreBuiltIn: false);

    public static DeadlineRule Rule(string flow, DueRule due, SenderKind audience = SenderKind.Comune) => new(
        flow, flow, due, From: null, audience, DeadlineRule.DefaultOffsets, RollForward: true, Soft: false);

    public static Sender Comune(string code, string name) => Sender(code, SenderKind.Comune, name);

    public static Sender Sender(string code, SenderKind kind, string name) => new(
        code, kind, name, Aliases: [], Groups: [], UploadsFor: [], PatronSaint: null, Contacts: [],
        new Dictionary<int, int>());

    public static CurrentUpload Upload(
        string sender, string period, string received = "2026-06-01", params IReadOnlyList<string> bodies) => new(
        new UploadSlot(Code, sender, Flow, period), Day(received).ToDateTime(new TimeOnly(10, 0)).Ticks, "ricevuta",
        new string('0', 64), bodies.Count, bodies.Count == 0 ? [sender] : bodies, Funds: [], DateTimeOffset.UnixEpoch,
        Version: "1");

    public static DeadlineMove Move(string? body, string? day, string period = "2025") => new(
        Flow, period, body, day is null ? null : Day(day), Locks: null, "slittamento", GrantedBy: null, "ente-udp",
        DateTimeOffset.UnixEpoch);

    public static IReadOnlyList<Obligation> Obligations(
        Ambito ambito, string today, params IReadOnlyList<CurrentUpload> uploads) =>
        new Obligations(ambito, DeadlineMoves.None, uploads, Day(today))
            .Between(Day(today).AddDays(-120), Day(today).AddDays(120));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
