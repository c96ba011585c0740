namespace PianoZona.Web.Parts;

/// <summary>How good or bad a state is: its colour and ground, never said by colour alone.</summary>
public enum StateTone
{
    /// <summary>Nothing to do, nothing done.</summary>
    Plain,

    /// <summary>Something is to be done, or on its way.</summary>
    Waiting,

    /// <summary>In order.</summary>
    Good,

    /// <summary>In order, with something to look at.</summary>
    Careful,

    /// <summary>Wrong or late.</summary>
    Bad,
}

/// <summary>A state as pages say it: always the same word with the same icon.</summary>
/// <param name="Word">As it is read.</param>
/// <param name="Icon">Its icon (<c>Assets/Sources/icons.txt</c>).</param>
/// <param name="Tone">How good or bad it is.</param>
public sealed record StateWord(string Word, string Icon, StateTone Tone)
{
    /// <summary>Words of obligations.</summary>
    public static StateWord ToSend { get; } = new("Da inviare", "calendar", StateTone.Waiting);

    public static StateWord Late { get; } = new("In ritardo", "clock", StateTone.Bad);

    public static StateWord PastIndicative { get; } = new("Oltre la data indicativa", "clock", StateTone.Careful);

    public static StateWord Unverified { get; } = new("Non verificabile", "help-circle", StateTone.Plain);

    public static StateWord Checking { get; } = new("In controllo", "refresh", StateTone.Waiting);

    public static StateWord Refused { get; } = new("Respinto", "close-circle", StateTone.Bad);

    public static StateWord Accepted { get; } = new("Accettato", "check-circle", StateTone.Good);

    public static StateWord AcceptedWithWarnings { get; } =
        new("Accettato con avvisi", "warning-circle", StateTone.Careful);

    public static StateWord AcceptedLate { get; } = new("Accettato in ritardo", "clock", StateTone.Careful);

    public static StateWord NothingDeclared { get; } = new("Nessun dato dichiarato", "minus-circle", StateTone.Good);

    public static StateWord NotDue { get; } = new("Non dovuto", "less-circle", StateTone.Plain);

    public static StateWord Closed { get; } = new("Chiuso", "locked", StateTone.Plain);

    /// <summary>Words of files.</summary>
    public static StateWord Uploading { get; } = new("Caricamento", "refresh", StateTone.Waiting);

    public static StateWord Paused { get; } = new("In pausa", "clock", StateTone.Careful);

    public static StateWord ToCorrect { get; } = new("Da correggere", "close-circle", StateTone.Bad);

    public static StateWord WithErrors { get; } = new("Con errori: da correggere", "close-circle", StateTone.Bad);

    public static StateWord Ready { get; } = new("Pronto", "check", StateTone.Good);

    public static StateWord ToConfirm { get; } = new("Da confermare", "warning-circle", StateTone.Careful);

    public static StateWord SameAsSent { get; } =
        new("Uguale a ciò che è già inviato", "check-circle", StateTone.Plain);

    public static StateWord Sent { get; } = new("Inviato", "check-circle", StateTone.Good);

    public static StateWord NotArrived { get; } = new("Non arrivato", "error", StateTone.Bad);

    public static StateWord Quarantined { get; } = new("Bloccato", "ban", StateTone.Bad);

    public static StateWord PersonalData { get; } = new("Bloccato: dati personali", "ban", StateTone.Bad);

    /// <summary>Words of discrepancies.</summary>
    public static StateWord ToDecide { get; } = new("Da decidere", "help-circle", StateTone.Bad);

    public static StateWord Solved { get; } = new("Risolto", "check-circle", StateTone.Good);

    /// <summary>Words of amendments.</summary>
    public static StateWord ToExamine { get; } = new("Da esaminare", "search", StateTone.Waiting);

    public static StateWord Granted { get; } = new("Accolta", "check-circle", StateTone.Good);

    public static StateWord NotGranted { get; } = new("Non accolta", "close-circle", StateTone.Plain);

    /// <summary>Words of periods; a closed one is <see cref="Closed"/>.</summary>
    public static StateWord Open { get; } = new("Aperto", "box", StateTone.Waiting);

    public static StateWord Approved { get; } = new("Approvato", "check-circle", StateTone.Good);

    public static StateWord SentToRegion { get; } = new("Inviato alla Regione", "external-link", StateTone.Good);

    /// <summary>Words of mail.</summary>
    public static StateWord Queued { get; } = new("In coda", "clock", StateTone.Waiting);

    public static StateWord Dispatched { get; } = new("Spedita", "mail", StateTone.Good);

    public static StateWord NotDelivered { get; } = new("Non consegnata", "error", StateTone.Bad);

    public static StateWord OutcomeUnknown { get; } = new("Esito non noto", "help-circle", StateTone.Careful);

    /// <summary>Words of riparti.</summary>
    public static StateWord Draft { get; } = new("Bozza", "pencil", StateTone.Plain);

    public static StateWord Proposed { get; } = new("Proposto", "file", StateTone.Waiting);

    public static StateWord InForce { get; } = new("In vigore", "check-circle", StateTone.Good);

    public static StateWord Replaced { get; } = new("Sostituito", "exchange-circle", StateTone.Plain);

    /// <summary>Words of service units.</summary>
    public static StateWord UnitOpened { get; } = new("Nuova", "plus-circle", StateTone.Good);

    public static StateWord UnitChanged { get; } = new("Variata", "pencil", StateTone.Plain);

    public static StateWord UnitConfirmed { get; } = new("Confermata", "check-circle", StateTone.Good);

    public static StateWord UnitClosed { get; } = new("Chiusa", "locked", StateTone.Plain);

    /// <summary>Words of the parts of the hub.</summary>
    public static StateWord Working { get; } = new("In ordine", "check-circle", StateTone.Good);

    public static StateWord NotWorking { get; } = new("Non in ordine", "error", StateTone.Bad);

    public static StateWord NotConfigured { get; } = new("Non configurata", "minus-circle", StateTone.Plain);

    /// <summary>A discrepancy that is accepted until a day.</summary>
    /// <param name="day">As people read it.</param>
    public static StateWord JustifiedUntil(string day) =>
        new($"Giustificato fino al {day}", "check", StateTone.Careful);
}
