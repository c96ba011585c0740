using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Receipts;
using PianoZona.Testing;

namespace PianoZona.Validation.Tests;

public sealed class ReceiptJsonTests
{
    [Fact]
    public void Write_EveryProperty_IsExplained()
    {
        string explained = Markdown.Section(ApprovedDocument.Read("docs/specifica/tracciati.md"), "Esito");
        Receipt receipt = new(
            "1", "s", "f", "2025", "a.csv", "0", default, default, "2026.1", Outcome.Accepted,
            new RowCounts(0, 0, 0, 0), [], [], [], new Dictionary<string, int>())
        {
            NotPosted = [new UnpostedTotal("utenti", "57", "Sono persone.")],
        };
        string[] names = [.. JObject.Parse(ReceiptJson.Write(receipt)).Properties().Select(property => property.Name)];

        Assert.Equal(17, names.Length);
        Assert.All(names, name => Assert.Contains($"`{name}`", explained, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ReceiptOfBeforeFiguresWereDeclared_HasNoneAndIsWrittenAsItWas()
    {
        Receipt old = new(
            "1", "s", "f", "2025", "a.csv", "0", default, default, "2026.1", Outcome.Accepted,
            new RowCounts(0, 0, 0, 0), [], [], [], new Dictionary<string, int>());
        string written = ReceiptJson.Write(old);
        UnpostedTotal[] figures = [new("utenti", "57", "Sono persone."), new("isee", null, "Non si somma.")];

        Assert.DoesNotContain("notPosted", written, StringComparison.Ordinal);
        Assert.Empty(ReceiptJson.Read(written).NotPosted);
        Assert.Equal(written, ReceiptJson.Write(ReceiptJson.Read(written)));
        Assert.Equal(figures, ReceiptJson.Read(ReceiptJson.Write(old with { NotPosted = figures })).NotPosted);
    }
}
