using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>Two people of an agency fill in one file for two bodies: the rows of both can be kept.</summary>
public sealed class TwoBodiesAtOnceTests : IDisposable
{
    private const string Agency = "ente-azienda";
    private const string A = "018030";
    private const string B = "018041";
    private const string C = "018091";
    private const string Flow = "spesa-sociale";

    private readonly MemoryHub hub = new();

    private FillingDesk Desk => hub.Get<FillingDesk>();

    [Fact]
    public async Task Save_ForAnotherBody_TellsWhoseRowsAreThereAndJoinsThem()
    {
        string? seen = (await OpenAsync(A)).Version;
        await SaveAsync("bruno", B, seen, Row(B, "9,00"), Row(B, "1,00", "DISABILI"));
        FillingState met = await SaveAsync("anna", A, seen, Row(A, "5,00"));

        Assert.Null(met.SavedAt);
        Assert.Equal([new BodyRows(B, 2, IsSame: false)], met.Other!.Bodies);
        Assert.Equal([B], met.Other.Joins);
        FillingState joined = await JoinAsync("anna", A, met.Version, Row(A, "5,00"));

        Assert.NotNull(joined.SavedAt);
        Assert.Equal([(A, "5,00"), (B, "9,00"), (B, "1,00")], Kept(joined));
        Assert.Equal(Kept(joined).Order(), Kept(await OpenAsync(B)).Order());
    }

    // Each page shows the rows of all: of the others it has what was there when it was opened.
    [Fact]
    public async Task Save_WithOldRowsOfTheOtherBody_JoinsTheNewOnes()
    {
        string? seen = (await SaveAsync("anna", A, null, Row(A, "5,00"), Row(C, "3,00"))).Version;
        await SaveAsync("bruno", B, seen, Row(B, "9,00"), Row(A, "5,00"), Row(C, "3,00"));
        string[][] mine = [Row(A, "6,00"), Row(C, "3,00")];
        FillingState met = await SaveAsync("anna", A, seen, mine);

        Assert.Equal(
            [(A, false), (B, false), (C, true)],
            met.Other!.Bodies.OrderBy(one => one.Code).Select(one => (one.Code, one.IsSame)));
        Assert.Equal(
            [(A, "6,00"), (B, "9,00"), (C, "3,00")],
            Kept(await JoinAsync("anna", A, met.Version, mine)).Order());
    }

    [Fact]
    public async Task Save_OtherRowsOfTheSameBody_AreNotJoined()
    {
        string? seen = (await OpenAsync(A)).Version;
        await SaveAsync("bruno", A, seen, Row(A, "9,00"), Row(B, "1,00"));
        FillingState met = await SaveAsync("anna", A, seen, Row(A, "5,00"));

        Assert.False(met.Other!.MayJoin);
        Assert.Equal([A, B], met.Other.Bodies.Select(one => one.Code).Order());
        FillingState again = await JoinAsync("anna", A, met.Version, Row(A, "5,00"));
        Assert.Equal([(A, "5,00")], Kept(again));
    }

    // Nobody said for whom: the rows tell.
    [Fact]
    public async Task Save_ForNobodyInParticular_JoinsRowsOfDifferentBodies()
    {
        await SaveAsync("bruno", null, null, Row(B, "9,00"));
        FillingState met = await SaveAsync("anna", null, null, Row(A, "5,00"));

        Assert.Equal(
            [(A, "5,00"), (B, "9,00")], Kept(await JoinAsync("anna", null, met.Version, Row(A, "5,00"))).Order());
    }

    // What both changed of a third body is neither's: they choose.
    [Fact]
    public async Task Save_BothChangedAThirdBody_AreNotJoined()
    {
        string? seen = (await OpenAsync(A)).Version;
        await SaveAsync("bruno", B, seen, Row(B, "9,00"), Row(C, "1,00"));

        Assert.False((await SaveAsync("anna", A, seen, Row(A, "5,00"), Row(C, "2,00"))).Other!.MayJoin);
    }

    [Fact]
    public async Task Join_AfterYetAnotherSave_MeetsThatOne()
    {
        string? seen = (await OpenAsync(A)).Version;
        string? first = (await SaveAsync("bruno", B, seen, Row(B, "9,00"))).Version;
        FillingState met = await SaveAsync("anna", A, seen, Row(A, "5,00"));
        await SaveAsync("bruno", B, first, Row(B, "10,00"));

        FillingState again = await JoinAsync("anna", A, met.Version, Row(A, "5,00"));

        Assert.Equal((null, true), (again.SavedAt, again.Other!.MayJoin));
        Assert.Equal([(B, "10,00")], Kept(await OpenAsync(B)).Where(row => row.Body == B));
        Assert.Equal(
            [(A, "5,00"), (B, "10,00")], Kept(await JoinAsync("anna", A, again.Version, Row(A, "5,00"))).Order());
    }

    [Fact]
    public async Task Save_AfterRowsOfAnotherCameIntoForce_JoinsThem()
    {
        FillingState page = await OpenAsync(A);
        DraftKey key = DraftKey.Parse(Agency, 1.ToString("x32", provider: null))!;
        Assert.IsType<Reply<ReceiptId>.Done>(await hub.Get<ProgramDesk>().SubmitAsync(
            PartyFor("bruno", null), key, "spesa.csv",
            new MemoryStream(Encoding.UTF8.GetBytes($"ente;anno;area;importo\n{B};2024;ANZIANI;9,00\n")), Flow, "2024",
            default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        FillingState met = await SaveAsync("anna", A, page.Version, Row(A, "5,00"));

        Assert.True(met.Other!.IsInForce);
        Assert.Equal([B], met.Other.Joins);
        Assert.Equal(
            [(A, "5,00"), (B, "9,00")], Kept(await JoinAsync("anna", A, met.Version, Row(A, "5,00"))).Order());
    }

    public void Dispose() => hub.Dispose();

    private static string[] Row(string body, string amount, string area = "ANZIANI") =>
        [body, "2024", area, "", "", amount, "", ""];

    private static (string Body, string Amount)[] Kept(FillingState state) =>
    [
        .. state.Rows.Where(row => row.FileRow is not null).Select(row => (
            row.Cells[SpesaSociale.Ente.Ordinal], row.Cells[SpesaSociale.Importo.Ordinal])),
    ];

    private SendingParty PartyFor(string who, string? body) =>
        new(hub.Ambito, hub.Ambito.FindSender(Agency)!, $"{Agency}/{who}")
        {
            For = body is null ? null : hub.Ambito.FindSender(body),
        };

    private async Task<FillingState> OpenAsync(string body) =>
        (await Desk.OpenAsync(PartyFor("anna", body), Flow, "2024", checks: false, default))!;

    private async Task<FillingState> SaveAsync(string who, string? body, string? version, params string[][] rows) =>
        (await Desk.SaveAsync(PartyFor(who, body), Flow, "2024", rows, version, default))!;

    private async Task<FillingState> JoinAsync(string who, string? body, string? version, params string[][] rows) =>
        (await Desk.JoinAsync(PartyFor(who, body), Flow, "2024", rows, version, default))!;
}
