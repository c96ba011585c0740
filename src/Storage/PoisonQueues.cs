using PianoZona.Contracts;

namespace PianoZona.Storage;

/// <summary>Where the runtime puts a message that failed at every attempt: it names each after its queue.</summary>
public static class PoisonQueues
{
    /// <summary>Events about uploads.</summary>
    public const string UploadEvents = StorageNames.UploadEvents + Suffix;

    /// <summary>What was to be reconciled.</summary>
    public const string Reconciliations = StorageNames.Reconciliations + Suffix;

    /// <summary>Mail that was asked for.</summary>
    public const string Mail = StorageNames.Mail + Suffix;

    private const string Suffix = "-poison";
}
