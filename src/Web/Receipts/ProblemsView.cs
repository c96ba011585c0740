using PianoZona.Contracts.Receipts;

namespace PianoZona.Web.Receipts;

/// <summary>The problems of a receipt, by cause.</summary>
/// <param name="Title">The heading; null when there is none.</param>
/// <param name="Workbook">Address of the sender's sheet back; null = there is none.</param>
/// <param name="AreMany">Whether there are so many causes that paper needs two columns to hold them.</param>
/// <param name="Causes">The causes, the heaviest first.</param>
public sealed record ProblemsView(string? Title, string? Workbook, bool AreMany, IReadOnlyList<CauseView> Causes)
{
    // As many as leave a page of paper enough room for the rest; the heaviest causes share them.
    private const int CellsInView = 20;
    private const int FewestCellsOfACause = 3;

    // From here on paper has them in two columns, with fewer cells each.
    private const int ManyCauses = 4;
    private const int FewestCellsOfMany = 2;

    /// <summary>How many of the causes, from the first, stop the file; the others are to be looked at.</summary>
    public int MustCorrect { get; init; }

    /// <summary>The view of causes.</summary>
    /// <param name="causes">The causes, the heaviest first.</param>
    /// <param name="links">Where the page leads to.</param>
    public static ProblemsView Of(IReadOnlyList<Cause> causes, ReceiptLinks links)
    {
        if (causes.Count == 0)
        {
            return new ProblemsView(Title: null, Workbook: null, AreMany: false, []);
        }

        Severity heaviest = causes[0].Severity;
        bool areMany = causes.Count >= ManyCauses;
        int fewest = areMany ? FewestCellsOfMany : FewestCellsOfACause;
        int sharing = causes.Count(cause => cause.Severity == heaviest && cause.Count > 1);
        int inView = Math.Max(fewest, CellsInView / Math.Max(1, sharing));
        return new ProblemsView(
            TitleOf(heaviest), links.Workbook, areMany,
            [
                .. causes.Select((cause, index) => CauseView.Of(
                    cause, index + 1, cause.Severity == heaviest ? inView : fewest, links.Rules)),
            ])
        {
            MustCorrect = causes.Count(cause => cause.Severity == Severity.Error),
        };
    }

    private static string TitleOf(Severity heaviest) => heaviest switch
    {
        Severity.Error => "Che cosa correggere",
        Severity.Warning => "Che cosa controllare",
        _ => "Da sapere",
    };
}
