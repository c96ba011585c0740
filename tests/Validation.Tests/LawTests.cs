using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Tests.Texts;
using static PianoZona.Validation.Tests.Texts.FlowHeaders;
using Outcome = PianoZona.Contracts.Receipts.Outcome;

namespace PianoZona.Validation.Tests;

/// <summary>What holds for every file.</summary>
public sealed class LawTests
{
    private static Gen<string> Rows =>
        Gen.Elements(
            RendicontazioneRow,
            RendicontazioneRow.With(RendicontazioneHeader, "fondo", "FNPS"),
            RendicontazioneRow
                .With(RendicontazioneHeader, "fondo", "FNPS")
                .With(RendicontazioneHeader, "impegnato", "2.000,10"),
            RendicontazioneRow.With(RendicontazioneHeader, "liquidato", ""),
            RendicontazioneRow.With(RendicontazioneHeader, "intervento", "Pronto soccorso"),
            RendicontazioneRow.With(RendicontazioneHeader, "ente", "19021"),
            RendicontazioneRow.With(RendicontazioneHeader, "ente", "Rivarolo"),
            RendicontazioneRow.With(RendicontazioneHeader, "impegnato", "n.d."),
            RendicontazioneRow.With(RendicontazioneHeader, "annualita", "") + "|troppo",
            "TOTALE|||||||||||1.250,00||");

    [Fact]
    public void Validate_AnyRows_ReadIsAcceptedPlusRefused()
    {
        Prop.ForAll(
                Rows.ListOf().ToArbitrary(),
                rows =>
                {
                    (ValidationResult result, Check.AcceptedCells accepted) = Check.File(
                        Rendicontazione.Schema, "2021", RendicontazioneHeader, rows);
                    RowCounts counts = result.Rows;
                    return counts.Read == counts.Accepted + counts.Refused
                        && counts.Warned <= counts.Accepted
                        && counts.Accepted == accepted.Rows.Count
                        && counts.Read == rows.Count(row => !row.StartsWith("TOTALE", StringComparison.Ordinal))
                        && (result.Outcome == Outcome.Refused)
                            == result.Problems.Any(problem => problem.Severity == Severity.Error)
                        && result.ProblemCounts.Values.Sum() == result.Problems.Count;
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Validate_RowsInAnotherOrder_SameTotals()
    {
        Gen<(string[] Rows, string[] Shuffled)> orders =
            from rows in Rows.Where(row => !row.StartsWith("TOTALE", StringComparison.Ordinal)).ListOf()
            from shuffled in Gen.Shuffle(rows.ToArray())
            select (rows.ToArray(), shuffled);

        Prop.ForAll(
                orders.ToArbitrary(),
                order =>
                {
                    (ValidationResult first, _) = Check.File(
                        Rendicontazione.Schema, "2021", RendicontazioneHeader, order.Rows);
                    (ValidationResult second, _) = Check.File(
                        Rendicontazione.Schema, "2021", RendicontazioneHeader, order.Shuffled);
                    // Which of two equal rows is the duplicate depends on the order, so warned rows may differ.
                    return first.Totals.SequenceEqual(second.Totals)
                        && first.Rows with { Warned = 0 } == second.Rows with { Warned = 0 }
                        && first.Outcome == second.Outcome;
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Validate_Totals_ByColumnAndFundOfAcceptedRowsOnly()
    {
        (ValidationResult result, _) = Check.File(
            Rendicontazione.Schema, "2021", RendicontazioneHeader,
            RendicontazioneRow.With(RendicontazioneHeader, "liquidato", ""),
            RendicontazioneRow
                .With(RendicontazioneHeader, "fondo", "FNPS")
                .With(RendicontazioneHeader, "liquidato", "0,10"),
            RendicontazioneRow.With(RendicontazioneHeader, "ente", "Rivarolo"));

        Assert.Equal(
            [
                new ColumnTotal("impegnato", "FNPS", "1250.00"),
                new ColumnTotal("impegnato", "QSFP", "1250.00"),
                new ColumnTotal("liquidato", "FNPS", "0.10"),
            ],
            result.Totals);
    }

    [Fact]
    public void Validate_LoneSurrogates_AreNoCrash()
    {
        (ValidationResult result, _) = Check.File(
            Popolazione.Schema, "2021", PopolazioneHeader, "\ud800Bozzolo|2021|1|1|2");

        Assert.Equal(Outcome.Accepted, result.Outcome);
    }
}
