using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Reconciliation.Tests.Support;

/// <summary>A small Ambito, and short ways to say what was posted in it.</summary>
internal static class Sample
{
    public const string Code = "oglio-po";

    public static readonly FundKey Fnps = new("FNPS", 2021);

    public static readonly FundKey Own = new("COM", 2021);

    public static readonly Ambito Ambito = new(
        Code,
        "Ambito Oglio Po",
        "Lombardia",
        [
            Sender("019021", SenderKind.Comune, "Casalmaggiore"),
            Sender("019086", SenderKind.Comune, "San Martino del Lago"),
            Sender("020066", SenderKind.Comune, "Viadana"),
            Sender("ente-concass", SenderKind.Agency, "Consorzio Casalasco") with { UploadsFor = ["*"] },
            Sender("ente-udp", SenderKind.PlanOffice, "Ufficio di Piano") with { UploadsFor = ["*"] },
        ],
        Groups: [],
        LeadAgencies: [],
        [Fund("FNPS", FundLevel.Stato), Fund("QSFP", FundLevel.Stato), Fund("COM", FundLevel.Comuni)],
        Quotas: [],
        Flows:
        [
            new FlowSettings("spesa-sociale", SenderKind.Comune, Money.Zero, null),
            new FlowSettings("rendicontazione", null, Money.Zero, null),
        ],
        Deadlines: [],
        DeadlinesAreBuiltIn: true);

    public static LedgerEntry Entry(
        EntryKind kind,
        long cents,
        string? body = null,
        string rows = "2",
        FundKey? fund = null,
        string? purpose = null
    ) => new(fund ?? Fnps, kind, body, purpose, new Money(cents), RowSet.Parse(rows));

    public static UploadSlot Slot(string sender, string flow, string period = "2021") =>
        new(Code, sender, flow, period);

    public static string Receipt(UploadSlot slot, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{slot.Sender}_{slot.Flow}_{slot.Period}_{number:x16}");

    public static Posting Posting(UploadSlot slot, long sequence, params IReadOnlyList<LedgerEntry> entries) =>
        new(slot, sequence, Receipt(slot, sequence), new string('0', 64), entries.Count, [slot.Sender], entries);

    public static CurrentUpload Upload(string sender, string flow, string period, params IReadOnlyList<string> bodies)
    {
        UploadSlot slot = Slot(sender, flow, period);
        return new CurrentUpload(
            slot,
            1,
            Receipt(slot, 1),
            new string('0', 64),
            bodies.Count,
            bodies.Count == 0 ? [sender] : bodies,
            [],
            DateTimeOffset.UnixEpoch,
            "1");
    }

    public static FundState Empty(FundKey fund) => new(Code, fund, Version: null, [], [], []);

    /// <summary>What one upload of the Ufficio di Piano with these entries comes to.</summary>
    public static FundState Reconciled(FundKey fund, params IReadOnlyList<LedgerEntry> entries) =>
        Reconciled(Ambito, fund, entries);

    public static FundState Reconciled(Ambito ambito, FundKey fund, params IReadOnlyList<LedgerEntry> entries)
    {
        UploadSlot slot = Slot("ente-udp", "rendicontazione");
        return new Reconciler(ambito).Reconcile(Reconciler.Replace(Empty(fund), slot, Posting(slot, 1, entries)));
    }

    /// <summary>What checks of the whole Ambito find in one upload of the Ufficio di Piano.</summary>
    public static IReadOnlyList<Discrepancy> Across(
        Ambito ambito, FundKey fund, params IReadOnlyList<LedgerEntry> entries) =>
        AcrossFunds.Check(ambito, [Reconciled(ambito, fund, entries)], new DateOnly(2022, 6, 1));

    /// <summary>The Ambito with rules on FNPS; QSFP finances the intervention «Housing» alone.</summary>
    public static Ambito WithRules(FundRules rules) => Ambito with
    {
        Funds =
        [
            Ambito.Funds[0] with { Rules = rules },
            Ambito.Funds[1] with { Rules = new FundRules([], null, ["Housing"]) },
            .. Ambito.Funds.Skip(2),
        ],
    };

    /// <summary>The state of a fund year that one upload of documents leaves.</summary>
    public static FundState Documented(FundKey fund, string sender, params IReadOnlyList<DocumentClaim> claims)
    {
        UploadSlot slot = Slot(sender, "rendicontazione");
        LedgerEntry[] entries =
        [
            .. claims.Select(claim =>
                Entry(EntryKind.Committed, claim.Committed.Cents, claim.Beneficiary, claim.Rows.ToString(), fund)),
        ];
        Posting posting = Posting(slot, 1, entries) with { Documents = claims };
        return new Reconciler(Ambito).Reconcile(Reconciler.Replace(Empty(fund), slot, posting));
    }

    public static DocumentClaim Claim(
        FundKey fund,
        string body,
        long cents,
        string? document = "0123456789abcdef",
        long? total = null,
        string rows = "2") =>
        new(
            fund,
            body,
            document,
            document is not null,
            "SERVIZI",
            "G11B21004560006",
            new Money(cents),
            null,
            total is { } known ? new Money(known) : null,
            RowSet.Parse(rows));

    private static Sender Sender(string code, SenderKind kind, string name) =>
        new(code, kind, name, [], [], [], null, [], new Dictionary<int, int>());

    private static Fund Fund(string code, FundLevel level) =>
        new(code, code, level, [], FundRules.None) { Catalogue = code };
}
