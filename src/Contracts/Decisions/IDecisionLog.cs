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

    /// <summary>All decisions of a kind in an Ambito, by subject and then in the order they were taken.</summary>
    IAsyncEnumerable<Decision> ListAsync(string ambito, string kind, CancellationToken cancellationToken);

    /// <summary>The decisions on one subject, in the order they were taken. One storage transaction.</summary>
    Task<IReadOnlyList<Decision>> ListAsync(
        string ambito, string kind, string subject, CancellationToken cancellationToken);
}
