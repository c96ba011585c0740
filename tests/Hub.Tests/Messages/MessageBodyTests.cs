using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;

namespace PianoZona.Hub.Tests.Messages;

public sealed class MessageBodyTests
{
    private const string Event =
        """{"topic":"x","id":"1","eventType":"t","subject":"/città","eventTime":"2026-02-01T09:00:00Z","data":{}}""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_EventInBase64OrAsItIs_IsTheEvent(bool base64)
    {
        string body = base64 ? Base64(Event) : Event;
        (BlobCreatedEvent? message, string? reason) = MessageBody.Read<BlobCreatedEvent>(body);

        Assert.Null(reason);
        DateTimeOffset time = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(new BlobCreatedEvent("1", "t", "/città", time), message);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        ReconcileMessage reconcile = new("a", "018030", "f", "2026", "r", [new FundKey("FNPS", 2024)]);
        MailMessage receipt = MailMessage.OfReceipt("a", "018030-spesa-sociale-2026-0000000000000000");
        MailMessage move = new("a", null, "d", "2026", null, 2) { Fund = "FNPS" };

        Assert.Equivalent(
            reconcile, MessageBody.Read<ReconcileMessage>(MessageBody.Write(reconcile)).Message, strict: true);
        Assert.Equal(move, MessageBody.Read<MailMessage>(MessageBody.Write(move)).Message);
        Assert.DoesNotContain("Whole", MessageBody.Write(receipt), StringComparison.Ordinal);
    }

    /// <summary>
    /// Bodies as they may lie in a queue already: whatever becomes of the records, these are read and written again.
    /// </summary>
    [Fact]
    public void Write_Messages_HaveTheFormThatOthersWriteAndRead()
    {
        const string Reconcile =
            """{"Ambito":"a","Sender":"018030","Flow":"f","Period":"2026","ReceiptId":"r","Funds":[{"Fund":"FNPS","Year":2021}]}""";
        const string Mail =
            """{"Ambito":"a","ReceiptId":null,"Deadline":"d","Period":"2026","Body":null,"Decision":2,"Fund":"FNPS"}""";
        const string Created =
            """{"id":"1","eventType":"t","subject":"/citt\u00E0","eventTime":"2026-02-01T09:00:00+00:00"}""";

        Assert.Equal(Reconcile, MessageBody.Write(MessageBody.Read<ReconcileMessage>(Reconcile).Message!));
        Assert.Equal(Mail, MessageBody.Write(MessageBody.Read<MailMessage>(Mail).Message!));
        Assert.Equal(
            Created.Replace("\\u00E0", "à", StringComparison.Ordinal),
            MessageBody.Write(MessageBody.Read<BlobCreatedEvent>(Created).Message!));
    }

    [Theory]
    [InlineData(null, "Il messaggio è vuoto.")]
    [InlineData("", "Il messaggio è vuoto.")]
    [InlineData(" ", "Il messaggio è vuoto.")]
    [InlineData("null", "Il messaggio è «null»: non dice nulla.")]
    [InlineData("non base64!", "Il messaggio non è in JSON, né come testo né in base64.")]
    [InlineData("AAAA////", "Il messaggio non è in JSON, né come testo né in base64.")]
    [InlineData("{\"Ambito\":", "Il messaggio non è in JSON, né come testo né in base64.")]
    [InlineData("{}", "Nel messaggio mancano dati, o hanno un'altra forma (in $).")]
    [InlineData("[1]", "Nel messaggio mancano dati, o hanno un'altra forma (in $).")]
    [InlineData("\"testo\"", "Nel messaggio mancano dati, o hanno un'altra forma (in $).")]
    [InlineData(
        """{"Ambito":"a","Sender":"s","Flow":"f","Period":"2026","ReceiptId":"r","Funds":null}""",
        "Nel messaggio mancano dati, o hanno un'altra forma (in $).")]
    [InlineData(
        """{"Ambito":"a","Sender":"s","Flow":"f","Period":"2026","ReceiptId":"r","Funds":[{"Fund":"FNPS"}]}""",
        "Nel messaggio mancano dati, o non vanno insieme.")]
    public void Read_WhatIsNoMessage_SaysWhy(string? body, string expected)
    {
        Assert.Equal((null, expected), MessageBody.Read<ReconcileMessage>(body));
        Assert.Equal((null, expected), MessageBody.Read<ReconcileMessage>(body is null ? null : Base64(body)));
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, "d", null, false)]
    [InlineData(null, "d", "2026", true)]
    [InlineData("nessun numero", null, null, false)]
    public void Read_MailAboutNothing_IsNotWhole(string? receipt, string? deadline, string? period, bool whole)
    {
        string body = MessageBody.Write(new MailMessage("a", receipt, deadline, period, null, 1));
        Assert.Equal(whole, MessageBody.Read<MailMessage>(body).Message is not null);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
