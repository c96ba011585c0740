using PianoZona.Contracts.Configuration;

namespace PianoZona.Web.Allocations;

/// <summary>Who reads the pages of riparti, as far as it changes them.</summary>
/// <param name="Ambito">The Ambito: names.</param>
/// <param name="ReadsBalances">Whether the reader may read balances, and so the dashboard.</param>
/// <param name="HasFundPage">Whether there is a page of the fund year that the reader may read.</param>
public sealed record AllocationReader(Ambito Ambito, bool ReadsBalances, bool HasFundPage);
