namespace PianoZona.Contracts;

/// <summary>
/// Names of containers, tables and queues: the same in code and in infra/bicep (a test compares them).
/// </summary>
public static class StorageNames
{
    /// <summary>Container: the inbox. It holds only what still waits.</summary>
    public const string Inbox = "caricamenti";

    /// <summary>Container: files that their senders have not sent yet; emptied after some days.</summary>
    public const string Drafts = "bozze";

    /// <summary>Container: receipts.</summary>
    public const string Receipts = "esiti";

    /// <summary>Container: files received, by receipt; immutable.</summary>
    public const string Archive = "archivio";

    /// <summary>Container: one JSON document for each Ambito.</summary>
    public const string Configuration = "configurazione";

    /// <summary>Container: riparti, from the proposal on, and what of them is in force.</summary>
    public const string Allocations = "riparti";

    /// <summary>Container: queue messages that could not be read, each with the reason.</summary>
    public const string RejectedMessages = "messaggi-respinti";

    /// <summary>Table: the ledger's postings.</summary>
    public const string LedgerTable = "registro";

    /// <summary>Table: the derived state of fund years.</summary>
    public const string ReconciliationTable = "saldi";

    /// <summary>Table: reminders planned, being sent and sent.</summary>
    public const string OutboxTable = "promemoria";

    /// <summary>Table: what staff decided.</summary>
    public const string DecisionTable = "decisioni";

    /// <summary>Queue: events about uploads.</summary>
    public const string UploadEvents = "caricamenti-eventi";

    /// <summary>Queue: what is to be reconciled.</summary>
    public const string Reconciliations = "riconciliazioni";

    /// <summary>Queue: mail that was asked for.</summary>
    public const string Mail = "posta";
}
