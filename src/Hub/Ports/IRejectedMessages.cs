namespace PianoZona.Hub.Ports;

/// <summary>Queue messages that could not be read.</summary>
public interface IRejectedMessages
{
    /// <summary>Keeps one; the same when it is repeated.</summary>
    /// <param name="queue">Where it came from.</param>
    /// <param name="body">The body as it is.</param>
    /// <param name="reason">Why it cannot be read, in Italian.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A name by which it is found, which says nothing of the body.</returns>
    Task<string> KeepAsync(string queue, string? body, string reason, CancellationToken cancellationToken);
}
