using PianoZona.Contracts.Configuration;

namespace PianoZona.Cli.Local;

/// <summary>The data shipped with the command: figures of two real plans (Demo/README.md).</summary>
internal static class DemoData
{
    /// <summary>Where it is.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>The development identity: the Ufficio di Piano of the first Ambito that has one.</summary>
    public static string? IdentityFor(IEnumerable<Ambito> ambiti) => ambiti
        .SelectMany(ambito => ambito.Senders)
        .Where(sender => sender.Kind == SenderKind.PlanOffice)
        .Select(sender => $"ufficio-di-piano:{sender.Code}")
        .FirstOrDefault();
}
