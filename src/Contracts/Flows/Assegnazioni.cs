using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>assegnazioni</c>: what State and Region grant to the Ambito, fund by fund and fund year by fund year.
/// </summary>
public static class Assegnazioni
{
    /// <summary>Stato: foreseen only.</summary>
    public const string Previsto = "previsto";

    /// <summary>Stato: granted by an act.</summary>
    public const string Assegnato = "assegnato";

    /// <summary>Stato: granted and cashed.</summary>
    public const string Incassato = "incassato";

    /// <summary>Stato: not granted yet, which is not zero.</summary>
    public const string NonAncoraAssegnato = "non ancora assegnato";

    /// <summary>Fund.</summary>
    public static readonly Column Fondo = new(
        "fondo", ColumnKind.Fund, "Fondo", "Codice o nome del fondo, come nel catalogo dell'Ambito.", "FNPS")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Fund year.</summary>
    public static readonly Column Annualita = new(
        "annualita", ColumnKind.Year, "Annualità", "Anno a cui il fondo appartiene, non l'anno della spesa.", "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Act.</summary>
    public static readonly Column Atto = new(
        "atto", ColumnKind.Text, "Atto", "Atto di assegnazione (decreto, DGR).", "DGR 4563")
    {
        Required = true,
        HoldsReferences = true,
    };

    /// <summary>Date of the act.</summary>
    public static readonly Column DataAtto = new(
        "data_atto", ColumnKind.Date, "Data dell'atto", "Data dell'atto di assegnazione.", "19/04/2021")
    {
        Required = true,
    };

    /// <summary>Amount; may be missing only while it is not granted yet.</summary>
    public static readonly Column Importo = new(
        "importo",
        ColumnKind.Money,
        "Importo",
        "Importo in euro; vuoto solo se lo stato è «non ancora assegnato».",
        "566.334,15")
    { Required = true, Summable = true, Minimum = 0 };

    /// <summary>How sure the amount is.</summary>
    public static readonly Column Qualificatore = new(
        "qualificatore", ColumnKind.Choice, "Qualificatore", "Quanto è preciso l'importo.", "esatto")
    {
        Choices = ["esatto", AmountQualifier.AtLeast, AmountQualifier.About],
    };

    /// <summary>What time the amount covers: different bases are never added.</summary>
    public static readonly Column Base = new(
        "base", ColumnKind.Choice, "Base", "Periodo che l'importo copre.", Basis.Yearly)
    {
        Choices = [Basis.Yearly, "triennale", "biennale", "prima annualità", "progetto", Basis.NotSaid],
    };

    /// <summary>State of the grant.</summary>
    public static readonly Column Stato = new(
        "stato",
        ColumnKind.Choice,
        "Stato",
        "Stato dell'assegnazione: un importo incassato è anche assegnato.",
        "assegnato")
    { Required = true, ValueRequired = true, Choices = [Previsto, Assegnato, Incassato, NonAncoraAssegnato] };

    public static readonly Column Tranche = new(
        "tranche", ColumnKind.Text, "Tranche", "Tranche (anticipo, saldo…).", "anticipo");

    /// <summary>Day of the cash-in.</summary>
    public static readonly Column DataIncasso = new(
        "data_incasso", ColumnKind.Date, "Data di incasso", "Giorno dell'incasso.", "30/11/2021");

    public static readonly Column Note = new("note", ColumnKind.Text, "Note", "Annotazioni, senza dati personali.", "")
    {
        MaxLength = 500,
    };

    public static readonly FlowSchema Schema = new("assegnazioni", "Assegnazioni dei fondi",
        "Quanto Stato, Regione e altri finanziatori assegnano all'Ambito, per fondo e annualità. Lo invia l'Ufficio "
            + "di Piano.",
        PeriodKinds.Year,
        Fondo,
        Annualita,
        Atto,
        DataAtto,
        Importo,
        Qualificatore,
        Base,
        Stato,
        Tranche,
        DataIncasso,
        Note)
    {
        PlanOfficeOnly = true,
        FundColumn = Fondo,
        AmountColumn = Importo,
        YearOnYearAlert = 0.10m,
        Rules =
        [
            new RowRule.DatesInOrder(DataAtto, DataIncasso),
        ],
        SamplePeriod = "2021",
        Since = RuleSets.First,
        Place = 20,
    };
}
