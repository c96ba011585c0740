using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>misura-b2</c>: the requests for the B2 measure of the Fondo Non Autosufficienza in a quarter, and what
/// became of them.
/// </summary>
public static class MisuraB2
{
    /// <summary>Outcome: funded.</summary>
    public const string Finanziata = "FINANZIATA";

    /// <summary>Outcome: admissible, and waiting for money.</summary>
    public const string ListaAttesa = "LISTA-ATTESA";

    /// <summary>Outcome: not admissible.</summary>
    public const string Esclusa = "ESCLUSA";

    /// <summary>Outcome: funded, and ended.</summary>
    public const string Chiusa = "CHIUSA";

    /// <summary>The Comune that the person belongs to.</summary>
    public static readonly Column CodiceIstat = new("codice_istat", ColumnKind.Comune, "Codice ISTAT",
        "Codice ISTAT (6 cifre) del Comune di residenza; è accettato anche il nome.", "019021")
    { Required = true, ValueRequired = true, NameAccepted = true };

    /// <summary>The person, by an opaque code.</summary>
    public static readonly Column IdBeneficiario = new(
        "id_beneficiario",
        ColumnKind.OpaqueId,
        "Codice del beneficiario",
        "Codice che solo chi invia sa ricondurre alla persona: mai il nome, mai il codice fiscale.",
        "B2-000031")
    {
        Required = true,
        ValueRequired = true,
        MaxLength = 40,
    };

    /// <summary>Fund year.</summary>
    public static readonly Column Annualita = new(
        "annualita", ColumnKind.Year, "Annualità", "Anno a cui il fondo appartiene, non l'anno della spesa.", "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Instrument.</summary>
    public static readonly Column Strumento = new(
        "strumento", ColumnKind.Text, "Strumento", "Buono o voucher, come nell'avviso.", "Buono caregiver familiare")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Day of the request.</summary>
    public static readonly Column DataDomanda = new(
        "data_domanda", ColumnKind.Date, "Data della domanda", "Giorno della domanda.", "12/04/2021");

    /// <summary>ISEE of the person.</summary>
    public static readonly Column Isee = new(
        "isee", ColumnKind.Money, "ISEE", "Valore dell'ISEE, in euro.", "14.320,50")
    {
        Minimum = 0,
    };

    /// <summary>Months.</summary>
    public static readonly Column Mesi = new("mesi", ColumnKind.Integer, "Mesi", "Mesi finanziati.", "9")
    {
        Minimum = 0,
        Maximum = 60,
    };

    /// <summary>Amount of a month.</summary>
    public static readonly Column ImportoMensile = new(
        "importo_mensile", ColumnKind.Money, "Importo mensile", "Importo di un mese, in euro.", "400,00")
    {
        Minimum = 0,
    };

    /// <summary>Amount granted; may be missing unless the request is funded.</summary>
    public static readonly Column Importo = new("importo", ColumnKind.Money, "Importo",
        "Importo riconosciuto, in euro; vuoto se la domanda è in lista d'attesa o esclusa.", "3.600,00")
    { Required = true, Summable = true, Minimum = 0 };

    /// <summary>What became of the request.</summary>
    public static readonly Column Esito = new(
        "esito", ColumnKind.Choice, "Esito", "Che cosa ne è stato della domanda.", Finanziata)
    {
        Required = true,
        ValueRequired = true,
        Choices = [Finanziata, ListaAttesa, Esclusa, Chiusa],
    };

    public static readonly FlowSchema Schema = new("misura-b2", "Misura B2 del Fondo Non Autosufficienza",
        "Le domande di un trimestre con il loro esito. La inviano i Comuni, o l'azienda che gestisce per loro.",
        PeriodKinds.Quarter,
        CodiceIstat,
        IdBeneficiario,
        Annualita,
        Strumento,
        DataDomanda,
        Isee,
        Mesi,
        ImportoMensile,
        Importo,
        Esito)
    {
        Key = [CodiceIstat, IdBeneficiario, Annualita, Strumento],
        BodyColumn = CodiceIstat,
        AmountColumn = Importo,
        AfterPeriod = true,
        NotPosted =
        [
            new("È una condizione della domanda, che non si somma: resta nelle righe del file.", Isee),
            new(
                "Dice come si compone l'importo, che è registrato: resta nelle righe del file.", Mesi, ImportoMensile),
        ],
        SamplePeriod = "2021-T2",
        Since = RuleSets.TwelveFlows,
        Place = 90,
    };
}
