using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Text;

namespace PianoZona.Allocation.Workflow;

/// <summary>
/// Proposed, approved, in force, superseded: which step may follow which. Pure; repeating a step changes nothing.
/// </summary>
public static class AllocationWorkflow
{
    private const int LongestCriterion = 120;

    /// <summary>Approves a riparto with an act.</summary>
    /// <param name="document">The riparto.</param>
    /// <param name="approval">The act.</param>
    /// <param name="today">The day it is in Italy: an act is not of the future.</param>
    public static Reply<AllocationDocument> Approve(AllocationDocument document, Approval approval, DateOnly today)
    {
        if (document.Approval is { } earlier)
        {
            return earlier.Act == approval.Act && earlier.Date == approval.Date
                ? new Reply<AllocationDocument>.Done(document, IsNew: false)
                : new Reply<AllocationDocument>.ConflictsOn(
                    $"Il riparto è già approvato con l'atto {earlier.Act} del {Italian.Day(earlier.Date)}: "
                    + "un'approvazione non si cambia, "
                    + "si propone un nuovo riparto.");
        }

        return approval.Date > today
            ? new Reply<AllocationDocument>.ConflictsOn("La data dell'atto è nel futuro: controllarla.")
            : new Reply<AllocationDocument>.Done(document with { Approval = approval }, IsNew: true);
    }

    /// <summary>Puts an approved riparto in force, in the place of the one in force before.</summary>
    /// <param name="register">What is in force.</param>
    /// <param name="document">The riparto.</param>
    /// <param name="by">Code of the body that asks for it.</param>
    /// <param name="at">When.</param>
    /// <returns>The register without its delivery renewed.</returns>
    public static Reply<AllocationRegister> PutInForce(
        AllocationRegister register, AllocationDocument document, string by, DateTimeOffset at) =>
        document.StateIn(register) switch
        {
            AllocationState.InForce => new Reply<AllocationRegister>.Done(register, IsNew: false),
            AllocationState.Superseded => new Reply<AllocationRegister>.ConflictsOn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Il riparto {document.Number} è superato dal "
                        + $"{register.SupersededBy(document.Fund, document.Number)}: "
                ) + "per tornare ad esso, proporlo di nuovo."),
            AllocationState.Proposed => new Reply<AllocationRegister>.ConflictsOn(
                "Il riparto non è ancora approvato: prima serve l'atto che lo approva."),
            _ => new Reply<AllocationRegister>.Done(
                register with
                {
                    Entries = [.. register.Entries, new RegisterEntry(document.Fund, document.Number, by, at)],
                },
                IsNew: true),
        };

    /// <summary>What each body gets of a result, with the criteria in words.</summary>
    public static IReadOnlyList<AllocatedRow> RowsOf(FundKey fund, AllocationResult result) =>
        [
            .. result
                .Shares.GroupBy(share => share.Body ?? share.Code, StringComparer.Ordinal)
                .OrderBy(shares => shares.Key, StringComparer.Ordinal)
                .Select(shares => new AllocatedRow(
                    fund,
                    shares.Key,
                    shares.Aggregate(Money.Zero, (sum, share) => sum + share.Amount),
                    CriterionOf(shares),
                    null,
                    null)),
        ];

    /// <summary>The rows of the year's file: those there were of other fund years, then those of a riparto.</summary>
    public static IReadOnlyList<AllocatedRow> RowsInForce(
        IEnumerable<AllocatedRow> before, AllocationDocument document) =>
        [
            .. before.Where(row => row.Fund != document.Fund),
            .. document.Rows.Select(row => row with { Act = document.Approval?.Act, Date = document.Approval?.Date }),
        ];

    private static string CriterionOf(IEnumerable<Share> shares)
    {
        string all = string.Join(
            " + ",
            shares.SelectMany(share => share.Parts).Select(part => part.Indicator).Distinct(StringComparer.Ordinal));
        return all.Length <= LongestCriterion ? all : all[..LongestCriterion];
    }
}
