namespace PianoZona.Web.Public;

/// <summary>A picture of a page of the hub, as somebody of a Comune sees it.</summary>
/// <remarks>
/// Taken of the real page by the tests, at a window of <see cref="Width"/> pixels. What alt and caption say between
/// «» is to be read in the picture: a test looks for it on the page.
/// </remarks>
/// <param name="Name">Its file in <c>Assets/Pictures</c>, without ending.</param>
/// <param name="Height">In pixels, from the heading of the page.</param>
/// <param name="Alt">What is seen, for who does not see it.</param>
/// <param name="Caption">What to look at.</param>
public sealed record HelpPicture(string Name, int Height, string Alt, string Caption)
{
    /// <summary>Width of every picture, in pixels.</summary>
    public const int Width = 800;

    internal static readonly HelpPicture Mail = new(
        "aiuto-posta", 425,
        "Un messaggio di promemoria: la tabella «Che cosa» ha una riga con il flusso, il giorno entro cui inviare e tre "
            + "collegamenti, il primo è «Invia il file».",
        "Il messaggio porta già alla pagina giusta: «Invia il file».");

    internal static readonly HelpPicture SignIn = new(
        "aiuto-accesso", 215,
        "Una pagina con il titolo «Accedi per continuare» e un solo pulsante, «Accedi».",
        "Premi «Accedi»: poi torni alla pagina che volevi aprire.");

    internal static readonly HelpPicture Home = new(
        "aiuto-inizio", 520,
        "La prima pagina: ciò che è «Da inviare», con il giorno entro cui inviarlo e i pulsanti «Invia» e «Compila "
            + "online».",
        "Comincia da ciò che sta in cima: «Invia» se hai un file, «Compila online» se non lo hai.");

    internal static readonly HelpPicture File = new(
        "aiuto-file", 690,
        "La pagina di invio, al passo «File»: il riquadro «File da inviare», il pulsante «Controlla» e sotto «Modello "
            + "Excel già avviato», «Compila online», «Nessun dato da dichiarare».",
        "Scegli il file e premi «Controlla»: non parte ancora nulla.");

    internal static readonly HelpPicture Refused = new(
        "aiuto-correggi", 1340,
        "Il controllo di un file «Da correggere»: il campo «Scegli il file corretto» e più in basso la cella sbagliata, "
            + "che cosa c'è scritto e «Come correggere».",
        "«Come correggere» dice che cosa scrivere al posto di ciò che non va; poi «Scegli il file corretto».");

    internal static readonly HelpPicture Ready = new(
        "aiuto-pronto", 590,
        "Il controllo di un file «Pronto»: il pulsante per inviare dice quante righe e quanti euro, e sotto «Riconosciuto "
            + "come» ci sono flusso, periodo e mittente.",
        "Guarda righe, euro e «Riconosciuto come»: solo allora invia.");

    internal static readonly HelpPicture Receipt = new(
        "aiuto-ricevuta", 880,
        "La ricevuta di un file «accettato», con numero, ente, flusso, periodo, righe e importo.",
        "La ricevuta dice «accettato»: hai finito.");

    internal static readonly HelpPicture Filling = new(
        "aiuto-compila", 820,
        "La tabella da compilare: ente e anno sono già scritti, ogni riga ha le sue caselle, «Riga 1» per prima.",
        "Scrivi nelle caselle, da «Riga 1»: mentre scrivi la bozza si salva.");

    internal static readonly HelpPicture Nothing = new(
        "aiuto-nessun-dato", 520,
        "La pagina «Nessun dato da dichiarare»: «Che cosa succede se lo dichiari», un segno di spunta e il pulsante.",
        "Leggi «Che cosa succede se lo dichiari», metti il segno di spunta e conferma.");

    internal static readonly HelpPicture Proof = new(
        "aiuto-verifica", 760,
        "La pagina di verifica con il riquadro «File da verificare» e, sotto, «Una ricevuta per questo file».",
        "Il file è stato inviato così com'è: «Una ricevuta per questo file».");

    internal static readonly HelpPicture Contacts = new(
        "aiuto-contatti", 800,
        "La pagina dei contatti: la tabella «A chi scriviamo» e sotto «Aggiungi un contatto».",
        "Guarda «A chi scriviamo»: se manca qualcuno, «Aggiungi un contatto».");

    /// <summary>Every one, in the order of the page.</summary>
    public static IReadOnlyList<HelpPicture> All { get; } =
        [Mail, SignIn, Home, File, Refused, Ready, Receipt, Filling, Nothing, Proof, Contacts];
}
