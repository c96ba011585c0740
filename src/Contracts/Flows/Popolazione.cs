using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>Flow <c>popolazione</c>: residents of each Comune, from which per-capita shares are computed.</summary>
public static class Popolazione
{
    /// <summary>ISTAT code.</summary>
    public static readonly Column CodiceIstat = new("codice_istat", ColumnKind.Comune, "Codice ISTAT",
        "Codice ISTAT del Comune (6 cifre), senza togliere lo zero iniziale; è accettato anche il nome.", "019021")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>Name, for the reader only.</summary>
    public static readonly Column Comune = new(
        "comune", ColumnKind.Text, "Comune", "Nome del Comune, per comodità di lettura.", "Casalmaggiore");

    /// <summary>Year of the figures.</summary>
    public static readonly Column Anno = new(
        "anno", ColumnKind.Year, "Anno", "Anno a cui si riferiscono i residenti (al 1° gennaio).", "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Male residents.</summary>
    public static readonly Column Maschi = new("maschi", ColumnKind.Integer, "Maschi", "Residenti maschi.", "7554")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Female residents.</summary>
    public static readonly Column Femmine = new("femmine", ColumnKind.Integer, "Femmine", "Residenti femmine.", "7573")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>All residents.</summary>
    public static readonly Column Totale = new(
        "totale", ColumnKind.Integer, "Totale", "Residenti in totale: maschi + femmine.", "15127")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Residents of 65 and over.</summary>
    public static readonly Column Over65 = new(
        "over65", ColumnKind.Integer, "Over 65", "Residenti di 65 anni e più.", "3600")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Residents under 18.</summary>
    public static readonly Column Minori = new(
        "minori", ColumnKind.Integer, "Minori", "Residenti con meno di 18 anni.", "2300")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Foreign residents.</summary>
    public static readonly Column Stranieri = new(
        "stranieri", ColumnKind.Integer, "Stranieri", "Residenti con cittadinanza straniera.", "2493")
    {
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Share of the residents of 65 and over, in per cent of all.</summary>
    public static readonly Column PercentualeOver65 = Percent(
        "percentuale_over65", "Percentuale over 65", "residenti di 65 anni e più", "23,80");

    /// <summary>Share of the residents under 18, in per cent of all.</summary>
    public static readonly Column PercentualeMinori = Percent(
        "percentuale_minori", "Percentuale minori", "residenti con meno di 18 anni", "15,20");

    /// <summary>Share of the foreign residents, in per cent of all.</summary>
    public static readonly Column PercentualeStranieri =
        Percent("percentuale_stranieri", "Percentuale stranieri", "residenti con cittadinanza straniera", "16,48");

    public static readonly FlowSchema Schema = new("popolazione", "Popolazione residente",
        "Residenti dei Comuni dell'Ambito in un anno. Lo invia l'Ufficio di Piano; è la base delle quote per abitante "
            + "e dei riparti.",
        PeriodKinds.Year, CodiceIstat, Comune, Anno, Maschi, Femmine, Totale, Over65, Minori, Stranieri,
        PercentualeOver65, PercentualeMinori, PercentualeStranieri)
    {
        Key = [CodiceIstat, Anno],
        PlanOfficeOnly = true,
        Rules =
        [
            new RowRule.PartsOfTotal(Totale, Maschi, Femmine),
            new RowRule.PercentOfTotal(PercentualeOver65, Over65, Totale),
            new RowRule.PercentOfTotal(PercentualeMinori, Minori, Totale),
            new RowRule.PercentOfTotal(PercentualeStranieri, Stranieri, Totale),
            new RowRule.OfThePeriod(Anno),
        ],
        NotPosted =
        [
            new(
                "Sono abitanti, non denaro: restano nelle righe del file.",
                Maschi, Femmine, Totale, Over65, Minori, Stranieri),
            new(
                "Sono percentuali, che non si sommano: restano nelle righe del file.",
                PercentualeOver65, PercentualeMinori, PercentualeStranieri),
        ],
        SamplePeriod = "2021",
        Since = RuleSets.First,
        Place = 10,
    };

    private static Column Percent(string name, string title, string whose, string example) =>
        new(
            name,
            ColumnKind.Quantity,
            title,
            $"Quota dei {whose}, in percento del totale; si controlla con i due numeri.",
            example)
        {
            Minimum = 0,
            Maximum = 100,
        };
}
