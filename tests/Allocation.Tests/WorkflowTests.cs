using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Tests;

/// <summary>Which step may follow which, and what is stored.</summary>
public sealed class WorkflowTests
{
    private static readonly FundKey Fnps = new("FNPS", 2021);
    private static readonly FundKey Fna = new("FNA", 2021);
    private static readonly DateTimeOffset Now = new(2021, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Approval Act = new("12/2021", new DateOnly(2021, 5, 20), "ente-udp", Now);

    private static readonly AllocationRegister Empty = new("prova", 2021, [], null);

    [Fact]
    public void Steps_InOrder_GoThroughEveryState()
    {
        AllocationDocument first = Document(1);
        Assert.Equal(AllocationState.Proposed, first.StateIn(Empty));
        Assert.IsType<Reply<AllocationRegister>.ConflictsOn>(
            AllocationWorkflow.PutInForce(Empty, first, "ente-udp", Now));

        first = Assert
            .IsType<Reply<AllocationDocument>.Done>(AllocationWorkflow.Approve(first, Act, new DateOnly(2021, 6, 1)))
            .Value;
        Assert.Equal(AllocationState.Approved, first.StateIn(Empty));

        AllocationRegister register = InForce(Empty, first);
        Assert.Equal(AllocationState.InForce, first.StateIn(register));

        AllocationDocument second = Document(2) with { Approval = Act };
        register = InForce(register, second);
        Assert.Equal(
            (AllocationState.Superseded, AllocationState.InForce), (first.StateIn(register), second.StateIn(register)));
        Assert.Equal((2, null), (register.SupersededBy(Fnps, 1), register.SupersededBy(Fnps, 2)));
        string reason = Assert
            .IsType<Reply<AllocationRegister>.ConflictsOn>(
                AllocationWorkflow.PutInForce(register, first, "ente-udp", Now))
            .Reason;
        Assert.Contains("superato dal 2", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_Repeated_ChangeNothing()
    {
        AllocationDocument approved = Document(1) with { Approval = Act };
        AllocationRegister register = InForce(Empty, approved);

        Assert.IsType<Reply<AllocationDocument>.Done>(
            AllocationWorkflow.Approve(
                approved,
                Act with
                {
                    By = "ente-x",
                    At = Now.AddDays(1),
                },
                new DateOnly(2021, 6, 2)));
        Assert.Same(
            register,
            Assert
                .IsType<Reply<AllocationRegister>.Done>(
                    AllocationWorkflow.PutInForce(register, approved, "ente-udp", Now.AddDays(1)))
                .Value);
    }

    [Fact]
    public void Approve_AnotherActOrTomorrow_IsRefused()
    {
        DateOnly today = new(2021, 5, 19);
        Assert.IsType<Reply<AllocationDocument>.ConflictsOn>(AllocationWorkflow.Approve(Document(1), Act, today));
        Assert.IsType<Reply<AllocationDocument>.ConflictsOn>(
            AllocationWorkflow.Approve(
                Document(1) with
                {
                    Approval = Act,
                },
                Act with
                {
                    Act = "13/2021",
                },
                today.AddDays(9)));
    }

    [Fact]
    public void InForce_OfAnotherFund_SupersedesNothing()
    {
        AllocationRegister register = InForce(
            InForce(Empty, Document(1) with { Approval = Act }),
            Document(1) with
            {
                Fund = Fna,
                Approval = Act,
            });

        Assert.Equal((1, 1), (register.InForce(Fnps)!.Number, register.InForce(Fna)!.Number));
    }

    [Fact]
    public void RowsInForce_OfAFund_LeaveTheOthersAlone()
    {
        AllocatedRow other = new(Fna, "018041", new Money(700), "storico", "3", new DateOnly(2021, 1, 1));
        AllocatedRow old = new(Fnps, "018041", new Money(900), null, null, null);

        IReadOnlyList<AllocatedRow> rows = AllocationWorkflow.RowsInForce(
            [other, old],
            Document(1) with
            {
                Approval = Act,
            });

        Assert.Equal(
            [other, new AllocatedRow(Fnps, "018030", new Money(1234_56), "popolazione", Act.Act, Act.Date)], rows);
    }

    [Fact]
    public void RowsOf_UnitsOfOneBody_AreOneRow()
    {
        AllocationResult result = new(
            [
                new Share("U1", "A", new Money(100), [new SharePart("posti", new Money(100))]) { Body = "018030" },
                new Share("U2", "B", new Money(20), [new SharePart(PartNames.Floor, new Money(20))])
                {
                    Body = "018030",
                },
                new Share("018041", "C", new Money(3), [new SharePart("posti", new Money(3))]),
            ],
            new Money(123), Allocator.Method);

        Assert.Equal(
            [
                new AllocatedRow(Fnps, "018030", new Money(120), "posti + quota minima", null, null),
                new AllocatedRow(Fnps, "018041", new Money(3), "posti", null, null),
            ],
            AllocationWorkflow.RowsOf(Fnps, result));
    }

    [Fact]
    public void File_OfRows_IsThatOfTheFlow() => Assert.Equal(
        "fondo;annualita;ente;importo;criterio;delibera;data_delibera\r\n"
            + "FNPS;2021;018030;1234567,80;\"a;\"\"b\"\"\";\"12/2021\";20/05/2021\r\nFNA;2021;018041;0,05;;;\r\n",
        Encoding.UTF8.GetString(AllocationFile.Write(
        [
            new AllocatedRow(Fnps, "018030", new Money(123456780), "a;\"b\"", "12/2021", new DateOnly(2021, 5, 20)),
            new AllocatedRow(Fna, "018041", new Money(5), null, null, null),
        ])));

    /// <summary>What was written once is read for ever.</summary>
    [Fact]
    public void Json_WrittenOnce_IsRead()
    {
        const string Written = """
            { "ambito": "prova", "fund": "FNPS/2021", "number": 1, "plan": { "amount": "1234.56", "x": 0.10 }, "result": { "total": "1234.56" },
              "rows": [ { "fund": "FNPS/2021", "body": "018030", "amount": "1234.56", "criterion": "popolazione", "act": null, "date": null } ],
              "proposedBy": "ente-udp", "proposedAt": "2021-06-01T08:00:00+00:00",
              "approval": { "act": "12/2021", "date": "2021-05-20", "by": "ente-udp", "at": "2021-06-01T08:00:00+00:00" } }
            """;
        AllocationDocument read = AllocationJson.Read<AllocationDocument>(Written);

        Assert.Equal((Fnps, 1, new Money(1234_56), Act), (read.Fund, read.Number, read.Rows[0].Amount, read.Approval));
        Assert.Equal(0.10m, (decimal)read.Plan["x"]!);
        AllocationDocument again = AllocationJson.Read<AllocationDocument>(AllocationJson.Write(read));
        Assert.Equal((read.Rows[0], read.Approval, read.ProposedAt), (again.Rows[0], again.Approval, again.ProposedAt));
        Assert.True(JToken.DeepEquals(read.Plan, again.Plan));
        Assert.Throws<JsonSerializationException>(() =>
            AllocationJson.Read<AllocationDocument>(
                Written.Replace("\"amount\": \"1234.56\", \"criterion\"", "\"criterion\"", StringComparison.Ordinal)));
    }

    /// <summary>A riparto with everything that a result may hold, as it lies in a blob.</summary>
    [Fact]
    public void Json_WholeDocument_IsReadAndWrittenAgain()
    {
        string written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Files", "riparto-conservato.json"));
        AllocationDocument read = AllocationJson.Read<AllocationDocument>(written);

        Assert.Equal(
            (true, 4, 1, 1, 1),
            (read.Result.IsCompared, read.Result.Lines.Count, read.Result.IndicatorBases.Count, read.Result.Gone.Count,
                read.Result.WithoutShare.Count));
        Assert.Equal(written.TrimEnd(), AllocationJson.Write(read).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_ResultWithoutAnAmount_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() =>
            AllocationJson.Read<AllocationResult>(
                """{ "shares": [ { "code": "018030", "name": "a", "parts": [] } ], "total": "1.00", "method": "m", "lines": [] }"""
            ));

    private static AllocationRegister InForce(AllocationRegister register, AllocationDocument document) =>
        Assert
            .IsType<Reply<AllocationRegister>.Done>(AllocationWorkflow.PutInForce(register, document, "ente-udp", Now))
            .Value;

    private static AllocationDocument Document(int number) => new(
        "prova", Fnps, number, [], new([], new Money(1234_56), Allocator.Method),
        [new AllocatedRow(Fnps, "018030", new Money(1234_56), "popolazione", null, null)], "ente-udp", Now);
}
