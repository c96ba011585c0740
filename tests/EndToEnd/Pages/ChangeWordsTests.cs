using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Hub.Changes;
using PianoZona.Ledger;
using PianoZona.Web.Sending;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What a file changes, in words: nothing is said that is not so.</summary>
public sealed class ChangeWordsTests
{
    private const string Same = "Il totale non cambia";

    private static readonly Ambito Ambito = AmbitoDocument.Read(TestAmbito.Json).Ambito!;
    private static readonly FundKey Fund = new("FNPS", 2024);
    private static readonly ChangeDetail Moved = new([], 0, 0, 2, []);

    [Fact]
    public void More_AFlowThatPostsNothing_TellsRowsAndTotalsAndNotThatTheTotalIsTheSame()
    {
        ChangeMore more = Of(Moved, new ChangeBeside
        {
            PostsNothing = true,
            Totals =
            [
                new TotalChange("costi", null, "320900.00", "910900.00"), new TotalChange("utenti", null, "24", "24"),
                new TotalChange("ore", null, "1840.5", null),
            ],
        });

        Assert.DoesNotContain(more.Notes, note => note.Contains(Same, StringComparison.Ordinal));
        Assert.Equal("Righe: ora 1, con questo file 2.", more.Notes[0]);
        Assert.Equal(
            [("costi", "320.900,00", "910.900,00", "+590.000,00"), ("ore", "1.840,50", null, null)],
            more.Totals.Select(one => (one.Figure, one.Before, one.After, one.Difference)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_FiguresThatMove_SayThatTheTotalIsTheSameOnlyWhereItIs(bool isSame) => Assert.Equal(
        isSame,
        Of(Moved, new ChangeBeside { IsTotalTheSame = isSame }).Notes
            .Any(note => note.Contains(Same, StringComparison.Ordinal)));

    [Theory]
    [InlineData(CountingTurn.Neither, "— non conta: vale quanto ha inviato Comune 018041 (018041)")]
    [InlineData(CountingTurn.Ends, "— non conta più: vale quanto ha inviato Comune 018041 (018041)")]
    [InlineData(CountingTurn.Begins, "— ora conta: prima valeva quanto ha inviato Comune 018041 (018041)")]
    public void More_FiguresThatAnotherTells_SayWhoseCount(CountingTurn turn, string words)
    {
        BodyChange change = new(Fund, EntryKind.Committed, "018041", Money.Parse("322.22"), Money.Parse("5000.00"));
        ChangeMore more = Of(
            new ChangeDetail([], 0, 0, 0, []) { Same = 1 },
            new ChangeBeside { Uncounted = [new UncountedChange(change, "018041", turn)], ChangesUncounted = true });

        ChangeLine line = Assert.Single(more.Uncounted);
        Assert.EndsWith(words, line.Figure, StringComparison.Ordinal);
        Assert.Equal("+4.677,78", line.Difference);
        Assert.Contains(
            "Le cifre che contano restano le stesse: cambiano solo cifre che non contano.", more.Notes);
    }

    private static ChangeMore Of(ChangeDetail detail, ChangeBeside beside) => ChangeWords.MoreOf(
        new FoundChange(detail, beside, 1, 2), [], Ambito, isDone: false);
}
