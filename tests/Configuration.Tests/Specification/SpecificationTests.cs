using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>What docs/specifica says is what the program does.</summary>
public sealed partial class SpecificationTests
{
    private const string Flows = "docs/specifica/tracciati.md";
    private const string Reconciliation = "docs/specifica/riconciliazione.md";
    private const string Funds = "docs/specifica/fondi.md";
    private const string Deadlines = "docs/specifica/scadenze.md";
    private const string Ambito = "docs/specifica/ambito.md";
    private const string Schema = "src/Configuration/ambito.schema.json";

    [Fact]
    public void Flows_OfTheSpecification_AreThoseOfTheProgram() => ApprovedDocument.Check(
        Flows, ("codici", CodeTables.OfFiles()), ("limiti", FlowSections.Limits()), ("flussi", FlowSections.All()));

    [Fact]
    public void Checks_OfTheSpecification_AreThoseOfTheCatalogue() =>
        ApprovedDocument.Check(
            Reconciliation, ("non registrati", FlowSections.NotPosted()), ("controlli", CodeTables.OfReconciliation()));

    [Fact]
    public void Funds_OfTheSpecification_AreThoseOfTheCatalogue() => ApprovedDocument.Check(
        Funds, ("fondi", FundTables.Funds()), ("nomi", FundTables.Aliases()), ("regole", FundTables.Rules()),
        ("interventi", FundTables.Interventions()));

    [Fact]
    public void Deadlines_OfTheSpecification_AreThoseOfTheCatalogue() =>
        ApprovedDocument.Check(Deadlines, ("scadenze", DeadlineTable.All()), ("forme", DeadlineTable.Forms(Schema)));

    [Fact]
    public void ColumnKinds_EachOfThem_IsExplained()
    {
        string explained = Markdown.Section(ApprovedDocument.Read(Flows), "Tipi di colonna");
        Assert.All(
            Enum.GetValues<ColumnKind>(),
            kind => Assert.Contains(FlowWords.Of(kind), explained, StringComparison.Ordinal));
    }

    /// <summary>Every kind of movement stands there with the two accounts that it touches.</summary>
    [Fact]
    public void Accounts_OfEveryMovement_AreThoseOfTheProgram()
    {
        string explained = Markdown.Section(ApprovedDocument.Read(Reconciliation), "Libro giornale");
        Assert.All(Enum.GetValues<EntryKind>(), kind =>
        {
            LedgerEntry entry = new(new FundKey("FNPS", 2025), kind, null, null, Money.Zero, new RowSet());
            Assert.Contains($" | {entry.Debit.Name} | {entry.Credit.Name} | ", explained, StringComparison.Ordinal);
        });
    }

    /// <summary>Every property that the schema knows is explained, and none that it does not know.</summary>
    [Fact]
    public void Properties_OfTheConfiguration_AreThoseOfTheSchema()
    {
        JObject schema = JsonConvert.DeserializeObject<JObject>(ApprovedDocument.Read(Schema))!;
        HashSet<string> known = [.. schema.Descendants().OfType<JProperty>()
            .Where(property => property.Name == "properties")
            .SelectMany(property => ((JObject)property.Value).Properties()).Select(property => property.Name)];
        string configuration = ApprovedDocument.Read(Ambito);
        string text = configuration + ApprovedDocument.Read(Deadlines);

        Assert.NotEmpty(known);
        Assert.All(known, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
        Assert.All(FirstCell().Matches(configuration).SelectMany(Names), name => Assert.Contains(name, known));
    }

    private static IEnumerable<string> Names(Match row) =>
        Name().Matches(row.Groups["cell"].Value).Select(name => name.Groups["name"].Value);

    [GeneratedRegex(@"^\| (?<cell>`[^|]*) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
