namespace PianoZona.Hub.Ports;

/// <summary>Queue messages that could not be read.</summary>
public interface IRejectedMessages
{
    /// <summary>Keeps one: one transaction, and the same when it is repeated.</summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="body">The body as it is.</param>
    /// <param name="reason">Why it could not be read, in Italian.</param>
    /// <param name="cancellationToken">Interrupts the request.</param>
    /// <returns>Under which name it is kept: it says nothing of the body.</returns>
    Task<string> KeepAsync(string queue, string? body, string reason, CancellationToken cancellationToken);
}
