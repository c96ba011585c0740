using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Flow <c>bilancio-ambito</c>: the budget of the Ambito, item by item, with a column for each fund that pays for it.
/// </summary>
public static class BilancioAmbito
{
    /// <summary>Item.</summary>
    public static readonly Column Voce = new("voce", ColumnKind.Text, "Voce", "Voce di bilancio.", "Tutela minori")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Year.</summary>
    public static readonly Column Anno = new(
        "anno",
        ColumnKind.Year,
        "Anno",
        "Anno del bilancio: quello del file o, di un bilancio pluriennale, uno dei due dopo.",
        "2021")
    {
        Required = true,
        ValueRequired = true,
    };

    /// <summary>Budgeted amount.</summary>
    public static readonly Column Previsto = new(
        "previsto",
        ColumnKind.Money,
        "Previsto",
        "Importo previsto, in euro: la somma delle colonne dei fondi, se il file ne ha.",
        "120.000,00")
    { Required = true, ValueRequired = true, Summable = true, Minimum = 0 };

    /// <summary>What funds without a column of their own pay.</summary>
    public static readonly Column AltriFondi = new(
        "altri_fondi",
        ColumnKind.Money,
        "Altri fondi",
        "Parte pagata da fondi che non hanno una colonna propria, in euro.",
        "")
    { Summable = true, Minimum = 0, FundCode = FundCodes.OtherFunds };

    /// <summary>
    /// One column for each fund of the built-in catalogue, and one for all others; an Ambito adds those of its own
    /// (<see cref="FlowSchema.In"/>).
    /// </summary>
    public static readonly IReadOnlyList<Column> Fondi =
    [
        OfFund(FundCodes.Fnps, "Fondo Nazionale Politiche Sociali"),
        OfFund(FundCodes.Fna, "Fondo Non Autosufficienza"),
        OfFund("QSFP", "Fondo Povertà, quota servizi"),
        OfFund("QPE", "Fondo Povertà, quota povertà estrema"),
        OfFund("PNRR-1.1.1", "PNRR 1.1.1 Sostegno alle capacità genitoriali (P.I.P.P.I.)"),
        OfFund("PNRR-1.1.2", "PNRR 1.1.2 Autonomia degli anziani non autosufficienti"),
        OfFund("PNRR-1.1.3", "PNRR 1.1.3 Dimissioni protette"),
        OfFund("PNRR-1.1.4", "PNRR 1.1.4 Supervisione e prevenzione del burn-out"),
        OfFund("PNRR-1.2", "PNRR 1.2 Percorsi di autonomia per persone con disabilità"),
        OfFund("PNRR-1.3.1", "PNRR 1.3.1 Housing temporaneo"),
        OfFund("PNRR-1.3.2", "PNRR 1.3.2 Stazioni di posta"),
        OfFund(FundCodes.Fsr, "Fondo Sociale Regionale"),
        OfFund("DDN", "Dopo di Noi"),
        OfFund(FundCodes.Comuni, "Quote dei Comuni"),
        OfFund(FundCodes.ComuniServices, "Trasferimenti dei Comuni per acquisto di servizi"),
        OfFund("PON-INCLUSIONE", "PON Inclusione"),
        OfFund("PON-SIA", "PON SIA/REI/PAIS"),
        OfFund("PRINS", "PrInS, progetti di intervento sociale"),
        OfFund("REACT", "REACT-EU"),
        OfFund("FSE", "Fondo Sociale Europeo Plus (FSE+)"),
        OfFund("FAMI", "Fondo Asilo, Migrazione e Integrazione"),
        OfFund("SAI", "Sistema di Accoglienza e Integrazione"),
        OfFund("FONDO-IMMIGRAZIONE", "Fondo immigrazione"),
        OfFund("MISURA-6", "Misura 6, minori in comunità"),
        OfFund("PROVI", "Pro.Vi, progetti di vita indipendente"),
        OfFund("EMERGENZA-ABITATIVA", "Emergenza abitativa"),
        OfFund("POLITICHE-ABITATIVE", "Politiche abitative"),
        OfFund("FAMIGLIA", "Interventi per la famiglia"),
        OfFund("CARIPLO", "Fondazione Cariplo"),
        OfFund("FONDO-SOLIDARIETA", "Fondo di solidarietà comunale"),
        OfFund("POC", "Programma operativo complementare"),
        OfFund("GAP", "Contrasto al gioco d'azzardo patologico"),
        OfFund("RDC", "Reddito di cittadinanza"),
        OfFund("CARE-LEAVERS", "Fondo Povertà, quota care leavers"),
        OfFund("ASSISTENTI-SOCIALI", "Contributo per gli assistenti sociali"),
        OfFund("FELS-SOCIALE", "Fondo equità livello dei servizi, sociale"),
        OfFund("FELS-NIDI", "Fondo equità livello dei servizi, asili nido"),
        OfFund("FELS-TRASPORTO", "Fondo equità livello dei servizi, trasporto degli alunni con disabilità"),
        OfFund("AEC", "Assistenza all'autonomia e alla comunicazione (Fondo unico per l'inclusione delle persone con disabilità)"),
        OfFund("AUTISMO", "Fondo unico per l'inclusione delle persone con disabilità, autismo"),
        OfFund("CAREGIVER", "Fondo per i caregiver familiari"),
        OfFund("SERVIZI-ADI", "Servizi per l'Assegno di inclusione"),
        OfFund("PN-INCLUSIONE-21-27", "PN Inclusione e lotta alla povertà 2021-2027"),
        OfFund("SOLLIEVO", "Sollievo per i caregiver (FSE+)"),
        AltriFondi,
    ];

    /// <summary>
    /// A forecast is made for three years (D.Lgs. 118/2011, art. 11): these come after that of the file.
    /// </summary>
    public const int YearsAhead = 2;

    public static readonly FlowSchema Schema = new("bilancio-ambito", "Bilancio dell'Ambito",
        "Le voci del bilancio, anche di tre anni, con il fondo che le paga: una colonna per fondo, anche per quelli propri "
            + "dell'Ambito. Lo invia l'Ufficio di Piano o l'azienda, con la riga TOTALE.",
        PeriodKinds.Year, [Voce, Anno, Previsto, .. Fondi])
    {
        Key = [Voce, Anno],
        PlanOfficeOnly = true,
        AmountColumn = Previsto,
        ControlTotalRequired = true,
        Rules =
        [
            new RowRule.SharesOfAmount(Previsto, MayBeUndivided: false, Fondi) { AreOfFunds = true },
            new RowRule.OfThePeriod(Anno) { YearsAfter = YearsAhead },
        ],
        SamplePeriod = "2021",
        Since = RuleSets.TwelveFlows,
        Place = 110,
    };

    private static Column OfFund(string code, string name) =>
        FundNames.ColumnOf(FundNames.HeaderOf(code), code, name, ExampleOf(code));

    private static string ExampleOf(string code) => code switch
    {
        FundCodes.Fnps => "70.000,00",
        FundCodes.Comuni => "50.000,00",
        _ => string.Empty,
    };
}
