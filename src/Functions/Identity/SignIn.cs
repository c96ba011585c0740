namespace PianoZona.Functions.Identity;

/// <summary>What a sign-in says of a person, before anything of it is known to be so in the hub.</summary>
/// <param name="Bodies">Codes of the bodies that the person may act for.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Person">Opaque id; null = it does not tell.</param>
internal sealed record SignIn(
    IReadOnlyList<string> Bodies, IReadOnlySet<string> Roles, string? Person)
{
    /// <summary>No sign-in, or one that cannot be read.</summary>
    public static SignIn Nobody { get; } = new([], new HashSet<string>(StringComparer.Ordinal), null);
}
