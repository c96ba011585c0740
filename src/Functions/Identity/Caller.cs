using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Identity;

/// <summary>What a signed-in person may do (app roles in Entra ID).</summary>
public static class Roles
{
    /// <summary>A Comune: its own files and receipts.</summary>
    public const string Comune = "comune";

    /// <summary>A provider or agency: its own files and receipts.</summary>
    public const string Provider = "ente-gestore";

    /// <summary>The Ufficio di Piano: everything of its Ambito.</summary>
    public const string PlanOffice = "ufficio-di-piano";

    /// <summary>The Assembly: balances and discrepancies of its Ambito.</summary>
    public const string Assembly = "assemblea";
}

/// <summary>Who asks.</summary>
/// <param name="Sender">Whom the person sends for.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Ambito">The Ambito of the sender.</param>
/// <param name="Person">Opaque id of the person in the directory; null when the sign-in does not tell.</param>
public sealed record Caller(Sender Sender, IReadOnlySet<string> Roles, Ambito Ambito, string? Person)
{
    /// <summary>Who decided, as decisions keep it: no name.</summary>
    public string Author => Person is null ? Sender.Code : $"{Sender.Code}/{Person}";

    /// <summary>Whether the caller may read the receipts of a sender: its own; the Ufficio di Piano, those of its Ambito.</summary>
    public bool MayReadReceiptsOf(string sender) =>
        string.Equals(Sender.Code, sender, StringComparison.Ordinal)
        || (IsStaff && Ambito.FindSender(sender) is not null);

    /// <summary>Whether the caller works for the Ufficio di Piano.</summary>
    public bool IsStaff => Roles.Contains(Identity.Roles.PlanOffice);

    /// <summary>Whether the caller may propose a riparto and put it in force.</summary>
    public bool MayAllocate => IsStaff;

    /// <summary>Whether the caller may state the act that approves a riparto.</summary>
    public bool MayApproveAllocations => IsStaff || Roles.Contains(Identity.Roles.Assembly);

    /// <summary>Whether the caller may read the riparti that were approved.</summary>
    public bool MayReadApprovedAllocations => MayReadBalances || Roles.Contains(Identity.Roles.Comune);

    /// <summary>Whether the caller may read balances and discrepancies of its Ambito.</summary>
    public bool MayReadBalances => IsStaff || Roles.Contains(Identity.Roles.Assembly);
}
