using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Notification.Tests.Support;

/// <summary>A small Ambito, and short ways to say what is due and what was sent in it.</summary>
internal static class Sample
{
    public const string Code = "oglio-po";

    public static readonly DeadlineRule SocialSpending = Rule("spesa-sociale", new DueRule.Yearly(6, 30, 1)) with
    {
        Title = "Spesa sociale dell'anno precedente, per area",
    };

    public static readonly Ambito Ambito = Of(
        [
            Comune("019021", "Casalmaggiore") with
            {
                PatronSaint = "08-11",
                Groups = ["casalasco"],
            },
            Comune("019086", "San Martino del Lago") with
            {
                Groups = ["casalasco"],
            },
            Comune("020066", "Viadana") with
            {
                Contacts = ["sociale@viadana.example", "segretario@viadana.example"],
            },
            Sender("ente-concass", SenderKind.Agency, "Consorzio Casalasco", "agenzia@concass.example") with
            {
                UploadsFor = ["casalasco"],
            },
            Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano", "udp@oglio-po.example") with
            {
                UploadsFor = ["*"],
            },
        ],
        SocialSpending);

    public static Ambito Of(IReadOnlyList<Sender> senders, params IReadOnlyList<DeadlineRule> deadlines) =>
        new(
            Code,
            "Ambito Oglio Po",
            "Lombardia",
            senders,
            Groups: [],
            LeadAgencies: [],
            Funds: [],
            Quotas: [],
            Flows: [],
            deadlines,
            DeadlinesAreBuiltIn: false);

    public static DeadlineRule Rule(string flow, DueRule due, SenderKind audience = SenderKind.Comune) =>
        new(flow, flow, due, From: null, audience, DeadlineRule.DefaultOffsets, RollForward: true, Soft: false);

    public static Sender Comune(string code, string name) =>
        Sender(code, SenderKind.Comune, name, $"sociale@c{code}.example");

    public static Sender Sender(string code, SenderKind kind, string name, params IReadOnlyList<string> contacts) =>
        new(
            code,
            kind,
            name,
            Aliases: [],
            Groups: [],
            UploadsFor: [],
            PatronSaint: null,
            contacts,
            new Dictionary<int, int>());

    public static CurrentUpload Upload(
        string sender, string period, string received = "2026-06-01", params IReadOnlyList<string> bodies) =>
        new(
            new UploadSlot(Code, sender, "spesa-sociale", period),
            Day(received).ToDateTime(new TimeOnly(10, 0)).Ticks,
            "ricevuta",
            new string('0', 64),
            bodies.Count,
            bodies.Count == 0 ? [sender] : bodies,
            Funds: [],
            DateTimeOffset.UnixEpoch,
            "1");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
