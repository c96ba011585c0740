using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>Flow <c>rendicontazione</c>: what was committed and paid on a fund, document by document.</summary>
public static class Rendicontazione
{
    /// <summary>Who spends.</summary>
    public static readonly Column Ente = new(
        "ente", ColumnKind.Body, "Ente", "Codice ISTAT del Comune o codice registrato dell'ente che spende.", "018110")
    {
        Required = true,
        ValueRequired = true,
        NameAccepted = true,
    };

    /// <summary>Fund.</summary>
    public static readonly Column Fondo = new(
        "fondo", ColumnKind.Fund, "Fondo", "Codice o nome del fondo, come nel catalogo dell'Ambito.", "QSFP")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Fund year.</summary>
    public static readonly Column Annualita = new(
        "annualita", ColumnKind.Year, "Annualità", "Anno a cui il fondo appartiene, non l'anno della spesa.", "2020")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Intervention.</summary>
    public static readonly Column Intervento = new(
        "intervento", ColumnKind.Text, "Intervento", "Intervento finanziato.", "Servizio sociale professionale")
    {
        Required = true,
        ValueRequired = true,
    };

    public static readonly Column Area = new(
        "area", ColumnKind.Choice, "Area", "Area di intervento.", "MINORI-FAMIGLIA")
    {
        Choices = SpesaSociale.Aree,
    };

    /// <summary>Kind of cost.</summary>
    public static readonly Column TipoCosto = new(
        "tipo_costo", ColumnKind.Choice, "Tipo di costo", "Natura della spesa.", "SERVIZI")
    {
        Choices = ["PERSONALE", "PERSONALE-GESTIONE", "SERVIZI", "BENI", "CONTRIBUTI", "ALTRO"],
    };

    /// <summary>Act of commitment.</summary>
    public static readonly Column Atto = new("atto", ColumnKind.Text, "Atto", "Atto di impegno.", "Det. 214/2021")
    { HoldsReferences = true };

    /// <summary>Date of the act.</summary>
    public static readonly Column DataAtto = new(
        "data_atto", ColumnKind.Date, "Data dell'atto", "Data dell'atto di impegno.", "15/03/2021");

    public static readonly Column CodiceCup = new(
        "cup", ColumnKind.Cup, "CUP", "Codice unico di progetto.", "G11B21004560006");

    public static readonly Column CodiceCig = new(
        "cig", ColumnKind.Cig, "CIG", "Codice identificativo di gara.", "8745961356");

    /// <summary>Supplier.</summary>
    public static readonly Column FornitorePiva = new(
        "fornitore_piva",
        ColumnKind.VatNumber,
        "Partita IVA del fornitore",
        "Partita IVA (11 cifre) del fornitore.",
        "01234567897");

    /// <summary>Document.</summary>
    public static readonly Column Documento = new(
        "documento", ColumnKind.Text, "Documento", "Numero della fattura o del documento.", "FT 118")
    {
        HoldsReferences = true,
    };

    /// <summary>Date of the document.</summary>
    public static readonly Column DataDocumento = new(
        "data_documento", ColumnKind.Date, "Data del documento", "Data della fattura o del documento.", "30/06/2021");

    /// <summary>Date of the payment.</summary>
    public static readonly Column DataPagamento = new(
        "data_pagamento", ColumnKind.Date, "Data del pagamento", "Giorno del pagamento.", "20/07/2021");

    /// <summary>Committed.</summary>
    public static readonly Column Impegnato = new(
        "impegnato", ColumnKind.Money, "Impegnato", "Importo impegnato, in euro.", "1.250,00")
    {
        Required = true,
        ValueRequired = true,
        Summable = true,
        Minimum = 0,
    };

    /// <summary>Paid.</summary>
    public static readonly Column Liquidato = new(
        "liquidato",
        ColumnKind.Money,
        "Liquidato",
        "Importo liquidato, in euro; vuoto se non ancora liquidato.",
        "1.250,00")
    { Summable = true, Minimum = 0 };

    /// <summary>Total of the document.</summary>
    public static readonly Column TotaleDocumento = new("totale_documento", ColumnKind.Money, "Totale del documento",
        "Totale del documento, se diviso fra più fondi.",
        "2.500,00")
    { Minimum = 0 };

    public static readonly Column Note = new("note", ColumnKind.Text, "Note", "Annotazioni, senza dati personali.", "")
    {
        MaxLength = 500,
    };

    public static readonly FlowSchema Schema = new("rendicontazione", "Rendicontazione dei fondi",
        "Quanto è stato impegnato e liquidato su ogni fondo, documento per documento. La inviano Comuni, aziende ed "
            + "enti capofila.",
        PeriodKinds.Year | PeriodKinds.HalfYear | PeriodKinds.Quarter,
        Ente,
        Fondo,
        Annualita,
        Intervento,
        Area,
        TipoCosto,
        Atto,
        DataAtto,
        CodiceCup,
        CodiceCig,
        FornitorePiva,
        Documento,
        DataDocumento,
        DataPagamento,
        Impegnato,
        Liquidato,
        TotaleDocumento,
        Note)
    {
        FundColumn = Fondo,
        AmountColumn = Impegnato,
        Rules =
        [
            new RowRule.PaidWithinCommitted(Impegnato, Liquidato),
            new RowRule.DatesInOrder(DataDocumento, DataPagamento),
        ],
        NotPosted =
        [
            new(
                "È il totale dell'intero documento: serve a controllare le sue quote, che sono registrate.",
                TotaleDocumento),
        ],
        IsToldOncePerBody = true,
        SamplePeriod = "2021",
        Since = RuleSets.First,
        Place = 50,
    };
}
