using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Sending;

/// <summary>Where messages are written down before they are sent: what is in it is never planned again.</summary>
public interface IOutbox
{
    /// <summary>Every message of an Ambito, by recipient and number.</summary>
    IAsyncEnumerable<OutboxMessage> ListAsync(string ambito, CancellationToken cancellationToken);

    /// <summary>Writes a planned message down.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="number">
    /// For a digest, one more than the last number of this recipient that was known; 0 for a letter with a key.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when it is there: a digest is then planned anew, a letter was told before.</returns>
    Task<OutboxMessage?> AddAsync(Letter letter, int number, CancellationToken cancellationToken);

    /// <summary>The message of a letter with a key; null when there is none.</summary>
    Task<OutboxMessage?> FindAsync(Letter letter, CancellationToken cancellationToken);

    /// <summary>Writes down how far a message is.</summary>
    /// <returns>The message with its new version; null when somebody else wrote meanwhile.</returns>
    Task<OutboxMessage?> UpdateAsync(OutboxMessage message, CancellationToken cancellationToken);
}
