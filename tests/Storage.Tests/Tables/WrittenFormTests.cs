using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Storage.Tables;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>
/// What lies in table rows already (folder Written, with characters escaped as they once were): whatever becomes of
/// the records, it is read, and written again as it was.
/// </summary>
public sealed class WrittenFormTests
{
    public static TheoryData<string> Letters => [.. Lines("lettere.jsonl")];

    public static TheoryData<string, string> Records
    {
        get
        {
            TheoryData<string, string> records = [];
            foreach (string[] line in Lines("registro.tsv").Select(line => line.Split('\t')))
            {
                records.Add(line[0], line[1]);
            }

            return records;
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letter_Written_IsReadAndWrittenAgain(string written) =>
        Assert.Equal(Plain(written), LetterJson.Write(LetterJson.Read(written)));

    [Fact]
    public void Letters_OfEveryKind_HaveASample() => Assert.Equal(
        typeof(Letter).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Letter))).Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        Lines("lettere.jsonl").Select(line => LetterJson.Read(line).GetType().Name).Distinct()
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"Tipo":"cartolina","Ambito":"a"}""")]
    [InlineData("""{"Ambito":"a"}""")]
    [InlineData("""{"Tipo":"scarti","Ambito":"a"}""")]
    public void Letter_AnotherForm_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => LetterJson.Read(json));

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Written_IsReadAndWrittenAgain(string record, string written)
    {
        string again = record switch
        {
            nameof(LedgerEntry) => Again<LedgerEntry>(written),
            nameof(DocumentClaim) => Again<DocumentClaim>(written),
            nameof(Memo) => Again<Memo>(written),
            nameof(KindTotal) => Again<KindTotal>(written),
            nameof(FundState) => Again<FundState>(written),
            _ => throw new ArgumentOutOfRangeException(nameof(record)),
        };

        Assert.Equal(Plain(written), again);
    }

    private static string Again<T>(string written) => LedgerJson.WriteText(LedgerJson.ReadText<T>(written));

    private static string Plain(string written) =>
        JsonConvert
            .DeserializeObject<JObject>(
                written,
                new JsonSerializerSettings
                {
                    DateParseHandling = DateParseHandling.None,
                    FloatParseHandling = FloatParseHandling.Decimal,
                })!
            .ToString(Formatting.None);

    private static string[] Lines(string file, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Written", file));
}
