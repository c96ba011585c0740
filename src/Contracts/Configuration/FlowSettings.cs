namespace PianoZona.Contracts.Configuration;

/// <summary>Settings of a flow in an Ambito.</summary>
/// <param name="Flow">Flow code.</param>
/// <param name="Senders">The kind of sender it is expected from; null = nobody in particular.</param>
/// <param name="Tolerance">Differences up to this amount are not reported.</param>
/// <param name="YearOnYearAlert">Variation on the year before that is reported, as a ratio; null = none.</param>
public sealed record FlowSettings(string Flow, SenderKind? Senders, Money Tolerance, decimal? YearOnYearAlert)
{
    /// <summary>Code of the group that they are for; null = for all that no other of the flow is for.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// Days within which public bodies pay unless a contract says otherwise (D.Lgs. 231/2002, art. 4).
    /// </summary>
    public const int StatutoryPaymentTerm = 30;

    /// <summary>
    /// Days after the close of a period within which what it reports is paid; asked of flow <c>rendicontazione</c>
    /// (RIC-08).
    /// </summary>
    public int PaymentTermDays { get; init; } = StatutoryPaymentTerm;

    /// <summary>Whose figures of a body count where several senders tell them for the same period (RIC-20).</summary>
    public FactSource Source { get; init; }

    /// <summary>Whether they are those of the built-in catalogue: the Ambito has asked for none of its own.</summary>
    public bool IsBuiltIn { get; init; }
}

/// <summary>Whose figures of a body count where several senders tell them.</summary>
public enum FactSource
{
    /// <summary>Those of the body itself; of several others, the latest.</summary>
    Body,

    /// <summary>Those of who sends for it; of several, the latest.</summary>
    Agency,

    /// <summary>All: each tells a part.</summary>
    Shared,
}
