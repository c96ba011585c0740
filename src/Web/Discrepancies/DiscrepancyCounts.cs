using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Web.Discrepancies;

/// <summary>
/// How many discrepancies stand where, as every page counts them. What is closed is not counted.
/// </summary>
/// <param name="ToDecide">Errors and warnings that are open.</param>
/// <param name="Missing">Files that are missing (RIC-10).</param>
/// <param name="Told">What is only told.</param>
/// <param name="Justified">Those that are accepted with a reason.</param>
public sealed record DiscrepancyCounts(int ToDecide, int Missing, int Told, int Justified)
{
    /// <summary>Counts discrepancies.</summary>
    public static DiscrepancyCounts Of(IEnumerable<DiscrepancyState> states)
    {
        DiscrepancyState[] found = [.. states.Where(state => state.Discrepancy is not null)];
        DiscrepancyState[] open = [.. found.Where(state => state.Status == DiscrepancyStatus.Open)];
        int missing = open.Count(state => state.Key.Code == Discrepancy.NotSent);
        int toDecide = open.Count(state => state.IsToDecide);
        return new DiscrepancyCounts(
            toDecide, missing, open.Length - missing - toDecide,
            found.Count(state => state.Status == DiscrepancyStatus.Justified));
    }

    /// <summary>
    /// The counts in Italian, e.g. <c>3 da decidere, 2 invii mancanti</c>; <c>nessuno</c> without any.
    /// </summary>
    public string Words => Said.Length == 0 ? "nessuno" : string.Join(", ", Said);

    private string[] Said =>
    [
        .. new[]
        {
            Counted(ToDecide, "da decidere", "da decidere"),
            Counted(Missing, "invio mancante", "invii mancanti"),
            Counted(Told, "informazione", "informazioni"),
            Counted(Justified, "giustificato", "giustificati"),
        }.OfType<string>(),
    ];

    private static string? Counted(int number, string one, string many) =>
        number == 0 ? null : $"{Italian.Number(number)} {(number == 1 ? one : many)}";
}
