using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Periods;

namespace PianoZona.Hub.Tests.Decisions;

/// <summary>
/// Decisions as they lie in the table already: whatever becomes of the records, these are read and written again.
/// </summary>
public sealed class DecisionTests
{
    private const string JustifiedFund =
        """{"Finding":{"Code":"RIC-03","Fund":{"Fund":"FNPS","Year":2021},"Year":2021,"Body":"019021","""
        + "\"Text\":\"{dichiarato} è «di più»\"},\"Declared\":{\"Cents\":123456,\"Euro\":1234.56},\"Computed\":null,"
        + "\"By\":\"ente-udp\",\"Reason\":\"Rettifica in arrivo: l'atto è del 3/5\",\"On\":\"2026-06-30\","
        + "\"Until\":\"2026-12-31\"}";

    private const string JustifiedAmbito =
        """{"Finding":{"Code":"RIC-10","Fund":null,"Year":null,"Body":null,"Text":"manca"},"Declared":null,"""
        + "\"Computed\":{\"Cents\":-1,\"Euro\":-0.01},\"By\":\"ente-udp\",\"Reason\":\"sì\",\"On\":\"2026-06-30\",\"Until\":null}";

    private const string Contacts =
        """{"contatti":[{"address":"a@b.it","digestTime":"08:30","receipts":"refused"}]}""";

    private static readonly DateTimeOffset Moment = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(JustifiedFund)]
    [InlineData(JustifiedAmbito)]
    public void Justification_Sample_IsReadAndWrittenAgain(string sample)
    {
        Decision kept = new(DecisionKinds.Justification, "0123", sample, "ente-udp", Moment);

        Assert.Equal(kept, JustificationDecision.Of("0123", JustificationDecision.Read(kept), kept.By, kept.At));
    }

    [Fact]
    public void Justification_Sample_SaysWhatWasDecided()
    {
        Justification read = JustificationDecision.Read(
            new(DecisionKinds.Justification, "0123", JustifiedFund, "ente-udp", Moment));

        Assert.Equal((new Money(1234_56), null), (read.Declared, read.Computed));
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 12, 31)), (read.On, read.Until));
    }

    [Theory]
    [InlineData("""{"Stage":"Approved","Act":"12/2026","Date":"2026-06-30","Recipient":null,"Uploads":["a","b"]}""")]
    [InlineData("""{"Stage":"Aggregated","Act":null,"Date":null,"Recipient":null,"Uploads":[]}""")]
    [InlineData("""{"Stage":"Sent","Act":null,"Date":"2026-06-30","Recipient":"ATS","Uploads":["a"]}""")]
    public void PeriodStep_Sample_IsReadAndWrittenAgain(string sample)
    {
        Decision kept = new(DecisionKinds.Period, "spesa-sociale|2025", sample, "ente-udp", Moment);
        PeriodStep read = PeriodDecision.Read(kept);

        Assert.Contains($"\"{read.Stage}\"", sample, StringComparison.Ordinal);
        Assert.Equal(("spesa-sociale", "2025"), PeriodDecision.PeriodOf(kept.Subject));
        Assert.Equal(kept, PeriodDecision.Of("spesa-sociale", "2025", read, kept.By, kept.At));
    }

    [Theory]
    [InlineData("""{"State":"Accepted","Reason":"errore di chi invia"}""", AmendmentState.Accepted)]
    [InlineData("""{"State":"Waiting","Reason":null}""", AmendmentState.Waiting)]
    public void Amendment_Sample_IsReadAndWrittenAgain(string sample, AmendmentState state)
    {
        Decision kept = new(DecisionKinds.Amendment, "ricevuta", sample, "ente-udp", Moment);
        Amendment read = AmendmentDecision.Read(kept);

        Assert.Equal(state, read.State);
        Assert.Equal(kept, AmendmentDecision.Of("ricevuta", read, kept.By, kept.At));
    }

    [Theory]
    [InlineData(
        "spesa-sociale|2025|tutti",
        """{"Data":"2026-07-15","Blocco":"2026-08-01","Motivo":"slittamento","ConcessaDa":"Regione"}""")]
    [InlineData(
        "spesa-sociale|2025|019021|FNPS", """{"Data":null,"Blocco":null,"Motivo":"è revocata","ConcessaDa":null}""")]
    public void Deadline_Sample_IsReadAndWrittenAgain(string subject, string sample)
    {
        Decision kept = new(DecisionKinds.Deadline, subject, sample, "ente-udp", Moment);

        Assert.Equal(kept, DeadlineDecision.Of(DeadlineDecision.Read(kept), kept.At));
    }

    [Fact]
    public void Contacts_Sample_AreReadAndWrittenAgain()
    {
        (IReadOnlyList<Contact> read, IReadOnlyList<Mistake> mistakes) = ContactDocument.Read(Contacts);

        Assert.Empty(mistakes);
        Assert.Equal(
            new Contact("a@b.it", new ContactWishes(new TimeOnly(8, 30), ReceiptMail.Refused)), Assert.Single(read));
        Assert.Equal(Contacts, ContactDocument.Write(read));
    }

    /// <summary>What was decided must be there: it is not read as nothing.</summary>
    [Theory]
    [InlineData("""{"Reason":"perché"}""")]
    [InlineData("""{"State":1,"Reason":null}""")]
    [InlineData("null")]
    public void Amendment_AnotherForm_IsRefused(string content) => Assert.ThrowsAny<Newtonsoft.Json.JsonException>(
        () => AmendmentDecision.Read(new(DecisionKinds.Amendment, "ricevuta", content, "ente-udp", Moment)));
}
