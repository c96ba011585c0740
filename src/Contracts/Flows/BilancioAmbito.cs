using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>Flow <c>bilancio-ambito</c>: the budget of the Ambito, item by item, with a column for each fund that pays for it.</summary>
public static class BilancioAmbito
{
    /// <summary>Item.</summary>
    public static readonly Column Voce = new("voce", ColumnKind.Text, "Voce", "Voce di bilancio.", "Tutela minori") { Required = true, ValueRequired = true };

    /// <summary>Year.</summary>
    public static readonly Column Anno = new("anno", ColumnKind.Year, "Anno", "Anno del bilancio.", "2021") { Required = true, ValueRequired = true };

    /// <summary>Budgeted amount.</summary>
    public static readonly Column Previsto = new("previsto", ColumnKind.Money, "Previsto", "Importo previsto, in euro: la somma delle colonne dei fondi.",
        "120.000,00")
    { Required = true, ValueRequired = true, Summable = true, Minimum = 0 };

    /// <summary>One column for each fund of the built-in catalogue, and one for all others.</summary>
    public static readonly IReadOnlyList<Column> Fondi =
    [
        .. FundsOfTheCatalogue().Select(fund => OfFund(fund.Code, fund.Name)),
        new("altri_fondi", ColumnKind.Money, "Altri fondi", "Parte pagata da fondi che non hanno una colonna propria, in euro.", "")
        { Summable = true, Minimum = 0 },
    ];

    /// <summary>The flow.</summary>
    public static readonly FlowSchema Schema = new("bilancio-ambito", "Bilancio dell'Ambito",
        "Le voci del bilancio con il fondo che le paga: una colonna per fondo. Lo invia l'Ufficio di Piano o l'azienda, con la riga TOTALE.",
        PeriodKinds.Year, [Voce, Anno, Previsto, .. Fondi])
    {
        Key = [Voce, Anno],
        PlanOfficeOnly = true,
        AmountColumn = Previsto,
        ControlTotalRequired = true,
        Rules =
        [
            new RowRule.SharesOfAmount(Previsto, MayBeUndivided: false, Fondi),
            new RowRule.OfThePeriod(Anno),
        ],
        SamplePeriod = "2021",
        Since = RuleSets.TwelveFlows,
        Place = 110,
    };

    private static Column OfFund(string code, string name) =>
        new(NameOf(code), ColumnKind.Money, name, $"Parte pagata dal fondo {code}, in euro.", code switch { "FNPS" => "70.000,00", "COM" => "50.000,00",
            _ => "" })
        { Summable = true, Minimum = 0, FundCode = code };

    private static string NameOf(string code) => code.ToLowerInvariant().Replace('-', '_').Replace('.', '_');

    // Read as plain JSON: the reader of the catalogue needs the flows, of which this is one.
    private static IEnumerable<(string Code, string Name)> FundsOfTheCatalogue()
    {
        using Stream stream = typeof(AmbitoDocument).Assembly.GetManifestResourceStream(typeof(AmbitoDocument), "fondi.json")!;
        using JsonTextReader reader = new(new StreamReader(stream));
        return [.. JObject.Load(reader)["funds"]!.Select(fund => ((string)fund["code"]!, (string)fund["name"]!))];
    }
}
