namespace PianoZona.Notification.Sending;

/// <summary>The mailbox of a hub for which none is configured: nobody may ask it for anything.</summary>
public sealed class NoMailbox : IMailbox, IReturnedMail
{
    /// <inheritdoc/>
    public bool IsConfigured => false;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public Task<MailboxEntry?> FindAsync(string internetMessageId, CancellationToken cancellationToken) => throw None();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public Task<string> CreateDraftAsync(OutgoingMail mail, CancellationToken cancellationToken) => throw None();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public Task SendDraftAsync(string draftId, CancellationToken cancellationToken) => throw None();

    /// <inheritdoc/>
    public IAsyncEnumerable<ReturnedMail> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ReturnedMail>();

    private static InvalidOperationException None() => new("No mailbox is configured.");
}
