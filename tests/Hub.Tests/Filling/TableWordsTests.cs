using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>What is wrong in a table is said in its own words, and what is advised is right when typed.</summary>
public sealed class TableWordsTests : IDisposable
{
    private const string Comune = "018030";

    private static readonly string[] Blank = ["", "", "", "", "", "", "", ""];

    private readonly MemoryHub hub = new();

    // The first rows of the page are empty, so that rows of the page are not those of the file.
    [Theory]
    [InlineData("", "Manca un valore obbligatorio. Scrivi un valore; se è zero, scrivi 0.", "0")]
    [InlineData(
        "tanti",
        "«tanti» non è un numero leggibile con certezza. Scrivi un solo numero, per esempio 1.234,50 oppure 1234,50. Se "
            + "il dato non c'è, lascia vuoto.",
        "1.234,50", "1234,50")]
    [InlineData(
        "1.200",
        "«1.200» è letto come 1200: il punto separa le migliaia. Se è giusto non serve altro; per togliere l'avviso "
            + "scrivi 1200 oppure 1.200,00.",
        "1200", "1.200,00")]
    [InlineData(
        "1200.00",
        "«1200.00» è letto come 1200,00: il punto separa i decimali. Se è giusto non serve altro; per togliere l'avviso "
            + "scrivi 1200,00.",
        "1200,00")]
    [InlineData(
        "1.200", "", "1200,5")]
    public async Task Of_AnAmount_AdvisesWhatIsAccepted(string typed, string words, params string[] advised)
    {
        FillingState state = await SaveAsync(new(SpesaSociale.Importo, typed));

        Problem problem = Assert.Single(state.Found!.Problems);
        Assert.Equal("riga 3, colonna Importo", TableWords.PlaceOf(state, problem));
        Assert.StartsWith(words, TableWords.Of(state, problem), StringComparison.Ordinal);
        foreach (string right in advised)
        {
            Assert.Empty((await SaveAsync(new(SpesaSociale.Importo, right))).Found!.Problems);
        }
    }

    /// <summary>There is no file yet: nothing was taken in or erased, and nothing is to be sent again.</summary>
    [Fact]
    public async Task Of_ATaxCode_SaysWhatToTakeOutAndNothingOfAFile()
    {
        FillingState state = await SaveAsync(new(SpesaSociale.Importo, "RSSMRA80A01H501U"));

        Problem problem = Assert.Single(state.Found!.Problems, one => one.Code == "PZ1013");
        Assert.Equal("riga 3, colonna Importo", TableWords.PlaceOf(state, problem));
        Assert.Equal(
            "C'è un codice fiscale: togli i dati della persona. Il resto della tabella resta qui.",
            TableWords.Of(state, problem));
    }

    [Theory]
    [InlineData("1.200", "Se è giusto non serve altro; per togliere l'avviso scrivi 1200.", "1200")]
    [InlineData("12,5", "Scrivi un numero intero, per esempio 1234.", "1234")]
    [InlineData("molti", "Scrivi un numero intero, per esempio 1234.", "1234")]
    public async Task Of_AWholeNumber_AdvisesWhatIsAccepted(string typed, string words, string advised)
    {
        FillingState state = await SaveAsync(new(SpesaSociale.Utenti, typed));

        Assert.Contains(
            words, TableWords.Of(state, Assert.Single(state.Found!.Problems)), StringComparison.Ordinal);
        Assert.Empty((await SaveAsync(new(SpesaSociale.Utenti, advised))).Found!.Problems);
    }

    [Theory]
    [InlineData("12.50", "5,00", "Scrivi 12,50 oppure 1250.", "12,50", "1250")]
    [InlineData("1.500", "5.25", "Scrivi 1500, e usa la virgola per i decimali in tutta la colonna.", "1500")]
    public async Task Of_AnAmountAmongOthers_AdvisesWhatIsAccepted(
        string typed, string other, string words, params string[] advised)
    {
        FillingState state = await SaveAsync(
            new(SpesaSociale.Importo, typed), Row("DISABILI", new(SpesaSociale.Importo, other)));

        Assert.Contains(
            words,
            state.Found!.Problems.Where(one => one.Severity == Severity.Error).Select(one => TableWords.Of(state, one))
                .Single(),
            StringComparison.Ordinal);
        foreach (string right in advised)
        {
            Assert.Empty((await SaveAsync(
                new(SpesaSociale.Importo, right),
                Row("DISABILI", new(SpesaSociale.Importo, other.Replace('.', ','))))).Found!.Problems);
        }
    }

    // Rows that a message names are those of the page; no word is of a sheet.
    [Fact]
    public async Task Of_ARowThatRepeatsAnother_NamesTheRowsOfThePage()
    {
        FillingState state = await SaveAsync(
            new(SpesaSociale.Importo, "1,00"), Row("ANZIANI", new(SpesaSociale.Importo, "1,00")));

        string words = TableWords.Of(state, Assert.Single(state.Found!.Problems));

        Assert.Contains("riga 4", words, StringComparison.Ordinal);
        Assert.Contains("riga 3", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_WhatWasTyped_LeavesItAsItIs()
    {
        FillingState state = await SaveAsync(new(SpesaSociale.Importo, "cella F2, riga 2"));

        string words = TableWords.Of(state, Assert.Single(state.Found!.Problems));

        Assert.StartsWith("«cella F2, riga 2» ", words, StringComparison.Ordinal);
        Assert.DoesNotContain("cella F", words["«cella F2, riga 2»".Length..], StringComparison.Ordinal);
    }

    /// <summary>Of no rule do words speak of a sheet, whatever it says.</summary>
    [Theory]
    [InlineData("Riga 2, colonna «importo» (cella F2): il valore è 5, ma alla riga 2 lo stesso è 6.")]
    [InlineData("Nella cella F2 manca il risultato.")]
    [InlineData("Le righe 2-2 hanno la cella F2 vuota.")]
    public async Task Of_AMessageOfASheet_HasNoAddress(string message)
    {
        FillingState state = await SaveAsync(new(SpesaSociale.Importo, "1,00"));

        string words = TableWords.Of(
            state, new Problem("PZ9999", Severity.Error, 2, "importo", "F2", "5", message, "Riempire la cella.", null));

        Assert.DoesNotMatch(@"\bF2\b|\bcell[ae]\b|importo|\b2\b", words);
    }

    public void Dispose() => hub.Dispose();

    private sealed record Typed(Column Column, string Value);

    private static string[] Row(string area, Typed typed)
    {
        string[] row = ["", "", area, "", "", "7,00", "", ""];
        row[typed.Column.Ordinal] = typed.Value;
        return row;
    }

    private async Task<FillingState> SaveAsync(Typed typed, params string[][] others)
    {
        SendingParty party = new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/una");
        FillingDesk desk = hub.Get<FillingDesk>();
        string? version = (await desk.OpenAsync(party, "spesa-sociale", "2024", checks: false, default))!.Version;
        string[][] rows = [[.. Blank], [.. Blank], Row("ANZIANI", typed), .. others];
        if (typed.Value.Length == 0)
        {
            rows[2][SpesaSociale.Voce.Ordinal] = "Pasti";
        }

        return (await desk.SaveAsync(party, "spesa-sociale", "2024", rows, version, default))!;
    }
}
