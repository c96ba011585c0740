using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Reports;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Mail;
using PianoZona.Web.Discrepancies;
using PianoZona.Web.Funds;

namespace PianoZona.Golden.Tests;

/// <summary>
/// Page of the discrepancies, dashboard, pages of the funds, weekly mail and command line tell the same discrepancies
/// of the demonstration.
/// </summary>
[Collection(DemoRun.Collection)]
public sealed class OneCountTests(DemoRun run)
{
    private static readonly DateOnly Today = new(2026, 2, 2);

    [Theory]
    [InlineData("pavia", 6, 1, 20)]
    [InlineData("oglio-po", 0, 0, 2)]
    public async Task Discrepancies_WhereverTheyAreAsked_AreTheSame(string code, int toDecide, int missing, int told)
    {
        Ambito ambito = WithOffice(run.Reports[code].Ambito);
        DiscrepancyRegister register = run.Services.GetRequiredService<DiscrepancyRegister>();
        AmbitoStanding standing = await register.StandingAsync(ambito, Today, CancellationToken.None);
        DiscrepancyCounts counts = new(toDecide, missing, told, Justified: 0);

        Assert.Equal(counts, DiscrepancyCounts.Of(standing.Discrepancies));
        DashboardView dashboard = DashboardView.Of(ambito, standing.Report.States, standing.Discrepancies);
        Assert.Equal(
            (counts with { Missing = 0 }, counts with { ToDecide = 0, Told = 0 }),
            (DiscrepancyCounts.Of(dashboard.Discrepancies), DiscrepancyCounts.Of(dashboard.Missing)));
        Assert.Equal(dashboard.Discrepancies.Select(KeyOf), await OfFundPagesAsync(ambito), StringComparer.Ordinal);
        SummaryLetter letter = (await run.Services.GetRequiredService<OfficeLetters>()
            .ComposeAsync(ambito, [], Today, CancellationToken.None)).OfType<SummaryLetter>().Single();
        Assert.Equal(toDecide, letter.Errors.Concat(letter.Warnings).Sum(one => one.Count));
        Assert.Contains(
            $"{toDecide + told} scarti di cui {toDecide} da decidere, {missing} invii mancanti",
            RunSummary.OfRun([], [standing.Report], "uscita"), StringComparison.Ordinal);
    }

    private static Ambito WithOffice(Ambito ambito) => ambito with
    {
        Senders =
        [
            .. ambito.Senders,
            new Sender(
                "ente-di-prova", SenderKind.PlanOffice, "Ufficio di prova", [], [], [], PatronSaint: null,
                ["ufficio@esempio.it"], new Dictionary<int, int>()),
        ],
    };

    // Each once, in the order of the dashboard: what is about several funds is on the page of each.
    private async Task<IEnumerable<string>> OfFundPagesAsync(Ambito ambito)
    {
        FundYears funds = run.Services.GetRequiredService<FundYears>();
        HashSet<string> shown = [];
        foreach (FundKey fund in run.Reports[ambito.Code].States.Select(state => state.Fund))
        {
            FundYear? year = await funds.FindAsync(ambito, fund, Today, CancellationToken.None);
            shown.UnionWith((year?.Discrepancies ?? []).Select(KeyOf));
        }

        return run.Reports[ambito.Code].Discrepancies.Select(found => found.Text).Where(shown.Contains);
    }

    private static string KeyOf(DiscrepancyState state) => state.Discrepancy!.Text;
}
