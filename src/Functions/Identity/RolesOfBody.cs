using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Identity;

/// <summary>
/// Which roles count for which body: who works for the Ufficio di Piano and for a provider too is no staff while acting
/// for the provider.
/// </summary>
internal static class RolesOfBody
{
    /// <summary>Those of a person's roles that count while acting for a body.</summary>
    public static IReadOnlySet<string> Of(Sender body, IReadOnlySet<string> roles) =>
        roles.Where(role => role == Roles.Assembly || role == Own(body.Kind)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The role of those who work for a body of a kind.</summary>
    public static string Own(SenderKind kind) => kind switch
    {
        SenderKind.Comune => Roles.Comune,
        SenderKind.PlanOffice => Roles.PlanOffice,
        SenderKind.Agency or SenderKind.Provider => Roles.Provider,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
