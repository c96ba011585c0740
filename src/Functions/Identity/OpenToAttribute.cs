namespace PianoZona.Functions.Identity;

/// <summary>Says to whom a function over HTTP is open. One that does not say it is open to nobody.</summary>
/// <param name="audience">Who may use it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAttribute(Audience audience) : Attribute
{
    /// <summary>Who may use it.</summary>
    public Audience Audience { get; } = audience;
}
