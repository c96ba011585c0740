using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Allocations;

/// <summary>
/// A riparto: who gets what, criterion by criterion, against last year, by which rules, and whether the ledger has it.
/// </summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Number">Its number within the fund year.</param>
/// <param name="HasFundPage">Whether there is a page of the fund year that the reader may read.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="ProposedOn">The day it was proposed.</param>
/// <param name="ProposedBy">The body that proposed it.</param>
/// <param name="Approval">The act; null = not approved yet.</param>
/// <param name="InForce">How it stands in the ledger; null = it is not the one in force.</param>
/// <param name="Shares">Who gets what.</param>
/// <param name="Bodies">What each body gets; none when shares are by body already.</param>
public sealed record AllocationView(
    string Ambito, FundKey Fund, int Number, bool HasFundPage, Standing Standing, DateOnly ProposedOn,
    NamedBody ProposedBy, Approval? Approval, InForceLine? InForce, SharesView Shares, RulesView Rules,
    IReadOnlyList<BodyShare> Bodies)
    : PageView(string.Create(CultureInfo.InvariantCulture, $"Riparto {Number} · {Fund.Fund} {Fund.Year} · {Ambito}"))
{
    internal override Type Component => typeof(AllocationPage);

    internal override IReadOnlyList<NamedLink> Trail =>
        [NamedLink.Start, new("Riparti", Addresses.AllocationsOf(Fund))];

    /// <summary>The view of a riparto.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="document">The riparto.</param>
    /// <param name="register">What is in force in its year.</param>
    /// <param name="inForce">How it stands in the ledger; null = it is not the one in force.</param>
    public static AllocationView Of(
        AllocationReader reader, AllocationDocument document, AllocationRegister register, InForceLine? inForce)
    {
        BodyNames names = new(reader.Ambito);
        return new AllocationView(
            reader.Ambito.Name, document.Fund, document.Number, reader.HasFundPage, Standing.Of(document, register),
            RomeTime.DayOf(document.ProposedAt), names.Of(document.ProposedBy), document.Approval, inForce,
            SharesView.Of(names, document.Result), RulesView.Of(names, document.Result), BodiesOf(names, document));
    }

    // What the ledger has is by body: the units of a body, and lines with a body of their own, add up.
    private static IReadOnlyList<BodyShare> BodiesOf(BodyNames names, AllocationDocument document) =>
        document.Result.Shares.All(share => share.Body is null)
            ? []
            : [.. document.Rows.Select(row => new BodyShare(names.Of(row.Body), row.Amount, row.Criterion))];
}

/// <summary>What a body gets.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Criterion">By what; null = not said.</param>
public sealed record BodyShare(NamedBody Body, Money Amount, string? Criterion);
