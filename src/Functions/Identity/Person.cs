using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Identity;

/// <summary>Somebody who signed in, before it is known for which body they act now.</summary>
/// <param name="Id">Opaque id in the directory; null when the sign-in does not tell.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Bodies">The bodies they may act for, that the hub knows; never empty.</param>
public sealed record Person(string? Id, IReadOnlySet<string> Roles, IReadOnlyList<BodyOfAmbito> Bodies)
{
    /// <summary>Them acting for the body they chose; null when they must choose, or may not act for it.</summary>
    /// <param name="chosen">Code of the body; null = none was chosen, which is enough where there is one alone.</param>
    public Caller? As(string? chosen)
    {
        BodyOfAmbito? body = chosen is null && Bodies is [BodyOfAmbito only]
            ? only
            : Bodies.FirstOrDefault(one => chosen is not null
                && string.Equals(one.Body.Code, one.Ambito.CodeOf(chosen), StringComparison.Ordinal));
        return body is null
            ? null
            : new Caller(body.Body, RolesOfBody.Of(body.Body, Roles), body.Ambito, Id) { HasChosen = Bodies.Count > 1 };
    }
}

/// <summary>A body that somebody may act for, with the Ambito that it belongs to.</summary>
public sealed record BodyOfAmbito(Sender Body, Ambito Ambito);
