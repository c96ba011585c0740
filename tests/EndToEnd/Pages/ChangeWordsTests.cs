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
    private static readonly ChangeDetail None = new([], 0, 0, 0, []) { Same = 1 };
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
    [InlineData(CountingTurn.Neither, false, "Queste cifre non contano: vale quanto ha inviato ")]
    [InlineData(CountingTurn.Ends, false, "Con questo file vale quanto ha inviato ")]
    [InlineData(CountingTurn.Begins, false, "Con questo file contano le sue cifre, al posto di quelle che ha inviato ")]
    [InlineData(CountingTurn.Neither, true, "Oggi queste cifre non contano: vale quanto ha inviato ")]
    [InlineData(CountingTurn.Ends, true, "Di ciò che questo invio non ha più, oggi vale quanto ha inviato ")]
    [InlineData(CountingTurn.Begins, true, "Oggi queste cifre contano al posto di quelle che ha inviato ")]
    public void More_FactsThatAnotherTells_SayWhoseCount(CountingTurn turn, bool isDone, string words)
    {
        string note = Assert.Single(Of(
            None,
            new ChangeBeside
            {
                Turns = [new FactTurn(Fund, "CSE-1", "018041", turn) { IsUnit = true }], ChangesUncounted = true,
            },
            isDone, isFirst: true).Notes);

        Assert.StartsWith($"{words}Comune 018041 (018041)", note, StringComparison.Ordinal);
        Assert.EndsWith("unità CSE-1, FNPS 2024.", note, StringComparison.Ordinal);
    }

    /// <summary>Of bodies that each tell their own it is said once, whoever they are.</summary>
    [Fact]
    public void More_BodiesThatTellTheirOwn_AreSaidTogether()
    {
        string note = Assert.Single(Of(
            None,
            new ChangeBeside
            {
                Turns =
                [
                    new FactTurn(Fund, "018030", "018030", CountingTurn.Neither),
                    new FactTurn(Fund, "018041", "018041", CountingTurn.Neither),
                ],
            },
            isDone: true, isFirst: true).Notes);

        Assert.Equal(
            "Oggi queste cifre non contano: vale quanto ha inviato ciascun ente per sé. Sono quelle di: "
                + "Comune 018030 (018030), FNPS 2024; Comune 018041 (018041), FNPS 2024.",
            note);
    }

    [Fact]
    public void More_SumsThatDoNotCount_HaveATableWithWhoseCount()
    {
        BodyChange change = new(Fund, EntryKind.Committed, "018041", Money.Parse("322.22"), Money.Parse("5000.00"));
        ChangeMore more = Of(
            None,
            new ChangeBeside { Uncounted = [new UncountedChange(change, "018041")], ChangesUncounted = true });

        ChangeLine line = Assert.Single(more.Uncounted);
        Assert.EndsWith(
            "— non conta: vale quanto ha inviato Comune 018041 (018041)", line.Figure, StringComparison.Ordinal);
        Assert.Equal("+4.677,78", line.Difference);
        Assert.Contains("Le cifre che contano restano le stesse: cambiano cifre che non contano.", more.Notes);
    }

    [Theory]
    [InlineData(0, "Le cifre registrate restano le stesse: cambia solo come il file è scritto.")]
    [InlineData(1, "Le cifre registrate restano le stesse; cambiano altri dati (righe: 1 diversa).")]
    [InlineData(1200, "Le cifre registrate restano le stesse; cambiano altri dati (righe: 1.200 diverse).")]
    [InlineData(null, "Le cifre registrate restano le stesse; altri dati possono cambiare.")]
    public void More_FiguresThatStayTheSame_SayWhetherOtherDataChange(int? rows, string words) =>
        Assert.Equal([words], Of(None, new ChangeBeside { DifferentRows = rows }).Notes);

    [Theory]
    [InlineData(0, "Righe: ora 1, con questo file 2, tutte uguali: cambia solo come il file è scritto.")]
    [InlineData(2, "Righe: ora 1, con questo file 2; righe diverse: 2.")]
    [InlineData(null, "Righe: ora 1, con questo file 2.")]
    public void More_RowsThatPostNothing_SayHowManyDiffer(int? rows, string words) =>
        Assert.Equal([words], Of(None, new ChangeBeside { PostsNothing = true, DifferentRows = rows }).Notes);

    private static ChangeMore Of(
        ChangeDetail detail, ChangeBeside beside, bool isDone = false, bool isFirst = false) => ChangeWords.MoreOf(
            new FoundChange(detail, beside, 1, 2) { ReplacesNone = isFirst }, [], Ambito, isDone);
}
