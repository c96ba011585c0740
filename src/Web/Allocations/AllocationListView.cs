using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Allocations;

/// <summary>The riparti of a fund year.</summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="FundName">Name of the fund; null when the Ambito has no such fund.</param>
/// <param name="HasFundPage">Whether there is a page of the fund year that the reader may read.</param>
/// <param name="None">What is said when there is none.</param>
/// <param name="Lines">The riparti that the reader may read, by number.</param>
public sealed record AllocationListView(
    string Ambito, FundKey Fund, string? FundName, bool HasFundPage, string None, IReadOnlyList<AllocationLine> Lines)
    : PageView(string.Create(CultureInfo.InvariantCulture, $"Riparti · {Fund.Fund} {Fund.Year} · {Ambito}"))
{
    internal override Type Component => typeof(AllocationListPage);

    /// <summary>The view of a fund year.</summary>
    /// <param name="reader">Who reads it.</param>
    /// <param name="fund">Fund and fund year.</param>
    /// <param name="documents">The riparti that the reader may read, by number.</param>
    /// <param name="register">What is in force in the year.</param>
    public static AllocationListView Of(
        AllocationReader reader, FundKey fund, IEnumerable<AllocationDocument> documents,
        AllocationRegister register) => new(
        reader.Ambito.Name, fund, reader.Ambito.FindFund(fund.Fund)?.Name, reader.HasFundPage,
        reader.ReadsBalances
            ? "Nessun riparto proposto finora. "
                + "Quote inviate con un file «riparto» si vedono fra i movimenti del fondo."
            : "Nessun riparto approvato finora.",
        [.. documents.Select(document => LineOf(reader, document, register))]);

    private static AllocationLine LineOf(
        AllocationReader reader, AllocationDocument document, AllocationRegister register)
    {
        RegisterEntry? entry =
            register.Entries.LastOrDefault(one => one.Fund == document.Fund && one.Number == document.Number);
        return new AllocationLine(
            document.Number, Standing.Of(document, register), document.Result.Total,
            document.Approval, entry is null ? null : RomeTime.DayOf(entry.At), RomeTime.DayOf(document.ProposedAt));
    }
}

/// <summary>A riparto in a few words.</summary>
/// <param name="Number">Its number within the fund year.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Total">What is divided.</param>
/// <param name="Approval">The act; null = not approved yet.</param>
/// <param name="InForceOn">The day it came into force; null = it did not.</param>
/// <param name="ProposedOn">The day it was proposed.</param>
public sealed record AllocationLine(
    int Number, Standing Standing, Money Total, Approval? Approval, DateOnly? InForceOn, DateOnly ProposedOn);
