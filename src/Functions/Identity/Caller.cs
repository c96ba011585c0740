using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;

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
    /// <summary>Whether the person may act for another body too, and chose this one.</summary>
    public bool HasChosen { get; init; }

    /// <summary>Who decided, as decisions keep it: no name.</summary>
    public string Author => Person is null ? Sender.Code : $"{Sender.Code}/{Person}";

    /// <summary>
    /// Whether the caller may read a receipt: one of its own; the Ufficio di Piano, any of its Ambito.
    /// </summary>
    public bool MayRead(ReceiptId receipt) =>
        string.Equals(Sender.Code, Ambito.CodeOf(receipt.Sender), StringComparison.Ordinal)
        || (IsStaff && Ambito.FindSender(receipt.Sender) is not null);

    /// <summary>Whether the caller works for the Ufficio di Piano.</summary>
    public bool IsStaff => Roles.Contains(Identity.Roles.PlanOffice);

    /// <summary>Whether the caller sits in the Assembly.</summary>
    public bool IsOfAssembly => Roles.Contains(Identity.Roles.Assembly);

    /// <summary>Whether the caller may read balances and discrepancies of its Ambito.</summary>
    public bool MayReadBalances => IsAmong(Audience.BalanceReaders);

    /// <summary>A fund year of the caller's Ambito; null when it has no such fund, or the year is none.</summary>
    public FundKey? FindFundYear(string fund, int year) =>
        Ambito.FindFund(fund) is not null && year is >= Period.FirstYear and <= Period.LastYear
            ? new FundKey(fund, year)
            : null;

    /// <summary>Whether the caller is one of those.</summary>
    public bool IsAmong(Audience audience) => audience switch
    {
        Audience.Anybody or Audience.SignedIn => true,
        Audience.Senders => Roles.Count > 0 && !Roles.SetEquals([Identity.Roles.Assembly]),
        Audience.Staff => IsStaff,
        Audience.BalanceReaders or Audience.Approvers => IsStaff || IsOfAssembly,
        Audience.AllocationReaders => IsStaff || IsOfAssembly || Roles.Contains(Identity.Roles.Comune),
        _ => throw new ArgumentOutOfRangeException(nameof(audience)),
    };
}
