namespace PianoZona.Contracts;

/// <summary>What became of a step that somebody asked for. There is no other answer to a step.</summary>
/// <typeparam name="T">What the step is about.</typeparam>
public abstract record Reply<T>
{
    private Reply()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Value">What it is now.</param>
    /// <param name="IsNew">Whether this request did it; false = it had been done already, and nothing changed.</param>
    public sealed record Done(T Value, bool IsNew) : Reply<T>;

    /// <summary>What was asked for is wrong in itself: asking again will not help.</summary>
    /// <param name="Mistakes">What is wrong, with its place.</param>
    public sealed record Refused(IReadOnlyList<Mistake> Mistakes) : Reply<T>;

    /// <summary>There is nothing of that name or number.</summary>
    public sealed record NotFound : Reply<T>;

    /// <summary>It cannot be done as things stand.</summary>
    /// <param name="Reason">Why, in Italian.</param>
    public sealed record ConflictsOn(string Reason) : Reply<T>;

    /// <summary>The same, of a step that was part of another one.</summary>
    /// <typeparam name="TOther">What the other step is about.</typeparam>
    /// <exception cref="InvalidOperationException">It is done: the other step then goes on.</exception>
    public Reply<TOther> Of<TOther>() => this switch
    {
        Refused refused => new Reply<TOther>.Refused(refused.Mistakes),
        NotFound => new Reply<TOther>.NotFound(),
        ConflictsOn conflict => new Reply<TOther>.ConflictsOn(conflict.Reason),
        _ => throw new InvalidOperationException("What is done is no reason to stop."),
    };
}
