namespace PianoZona.Reconciliation.Exports;

/// <summary>All exports.</summary>
public static class ExportCatalogue
{
    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<IExport> All { get; } =
    [
        new FnpsGridExport(),
        new QsfpStateExport(),
        new PnrrProgressExport(),
        new FsrUnitsExport(),
        new SocialSpendingExport(),
        new CareRequestsExport(),
        new BudgetByFundExport(),
        new ResidualsExport(),
        new MatchesExport(),
        new GroupTotalsExport(),
        new TrialBalanceExport(),
    ];

    /// <summary>The export of a name; null when there is none.</summary>
    public static IExport? Find(string name) => All.FirstOrDefault(export => export.Name == name);
}
