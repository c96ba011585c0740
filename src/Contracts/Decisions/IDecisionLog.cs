namespace PianoZona.Contracts.Decisions;

/// <summary>The decisions of staff: appended, never changed.</summary>
public interface IDecisionLog
{
    /// <summary>
    /// Appends a decision. One that says what the last on its subject says changes nothing, so that a step may be
    /// repeated.
    /// </summary>
    /// <returns>The decision in force: the one given, or the last when it says the same.</returns>
    Task<Decision> AppendAsync(string ambito, Decision decision, CancellationToken cancellationToken);

    /// <summary>
    /// Appends a decision that was taken knowing those before it. One that says what the last on its subject says changes
    /// nothing.
    /// </summary>
    /// <param name="ambito">Code of the Ambito.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="known">How many decisions on its subject it was taken upon.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The decision in force; null when somebody decided otherwise meanwhile: then nothing was appended, and what to
    /// decide is to be asked again.
    /// </returns>
    Task<Decision?> AppendAfterAsync(
        string ambito, Decision decision, int known, CancellationToken cancellationToken);

    /// <summary>All decisions of a kind in an Ambito, by subject and then in the order they were taken.</summary>
    IAsyncEnumerable<Decision> ListAsync(string ambito, string kind, CancellationToken cancellationToken);

    /// <summary>The decisions on one subject, in the order they were taken. One storage transaction.</summary>
    Task<IReadOnlyList<Decision>> ListAsync(
        string ambito, string kind, string subject, CancellationToken cancellationToken);
}
