using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger.Mapping;

namespace PianoZona.Ledger.Tests;

public sealed class MemoTests
{
    [Fact]
    public void Build_BilancioAmbito_KeepsTheColumnsOfFundsAndMovesNoMoney()
    {
        Column fnps = BilancioAmbito.Fondi.Single(column => column.FundCode == "FNPS");
        Column com = BilancioAmbito.Fondi.Single(column => column.FundCode == "COM");
        Posting posting = Build(
            BilancioAmbito.Schema,
            row => Set(row, (BilancioAmbito.Voce, "SAD"), (BilancioAmbito.Anno, 2021), (fnps, 100), (com, 50)),
            row => Set(row, (BilancioAmbito.Voce, "ADM"), (BilancioAmbito.Anno, 2021), (fnps, 7)));

        Assert.Empty(posting.Entries);
        Assert.Equal(
            ["COM/2021 SAD 0.50 2", "FNPS/2021 ADM 0.07 3", "FNPS/2021 SAD 1.00 2"],
            posting.Memos.Select(memo => $"{memo.Fund} {memo.Subject} {memo.Amount} {memo.Rows}"),
            StringComparer.Ordinal);
        Assert.Equal([new FundKey("COM", 2021), new FundKey("FNPS", 2021)], posting.Funds());
    }

    /// <summary>What no column of a fund says is kept under a name that is no fund's, and last.</summary>
    [Fact]
    public void Build_BilancioAmbito_KeepsAllThatIsForeseen()
    {
        Column fnps = BilancioAmbito.Fondi.Single(column => column.FundCode == "FNPS");
        Posting posting = Build(
            BilancioAmbito.Schema,
            row => Item(row, "Welfare", 100, (fnps, 60), (BilancioAmbito.AltriFondi, 40)),
            row => Item(row, "Formazione", 50, (BilancioAmbito.AltriFondi, 50)),
            row => Item(row, "Da coprire", 30),
            row => Item(row, "Coperta in parte", 30, (fnps, 10)),
            row => Item(row, "Nulla", 0));

        Assert.Empty(posting.Entries);
        Assert.Equal(
            [
                "FNPS/2021 Coperta in parte 0.10", "FNPS/2021 Welfare 0.60",
                "altri-fondi/2021 Formazione 0.50", "altri-fondi/2021 Welfare 0.40",
                "senza-fondo/2021 Coperta in parte 0.20", "senza-fondo/2021 Da coprire 0.30",
                "senza-fondo/2021 Nulla 0.00",
            ],
            posting.Memos.Select(memo => $"{memo.Fund} {memo.Subject} {memo.Amount}"),
            StringComparer.Ordinal);
        Assert.Equal([true, false, false], posting.Funds().Select(fund => FundCodes.IsFund(fund.Fund)));
    }

    /// <summary>A fund of the Ambito takes its money by its own code, also where it is the second of a kind.</summary>
    [Fact]
    public void Build_BilancioAmbito_KeepsOwnFundsUnderTheirCodes()
    {
        Ambito ambito = With(
            new Fund("STATALE", "Statale", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNPS" },
            new Fund("STATALE-2", "Altro", FundLevel.Stato, [], FundRules.None) { Catalogue = "FNPS" },
            new Fund("INDISTINTO", "Indistinto", FundLevel.Regione, [], FundRules.None));
        FlowSchema flow = BilancioAmbito.Schema.In(ambito);
        PostingBuilder builder = new(BilancioAmbito.Schema, ambito);
        ValidRow row = new(flow) { Number = 2 };
        Item(row, "SAD", 60, (flow.ColumnOf("fnps")!, 10), (flow.ColumnOf("statale 2")!, 20),
            (flow.ColumnOf("indistinto")!, 30));
        builder.Accept(row);

        Assert.Equal(
            ["INDISTINTO/2021 0.30", "STATALE/2021 0.10", "STATALE-2/2021 0.20"],
            builder.Build(new UploadSlot("a", "ente-udp", flow.Code, "2021"), 1, "r_0", "s").Memos
                .Select(memo => $"{memo.Fund} {memo.Amount}"));
    }

    [Fact]
    public void Build_MisuraB2_KeepsEveryRequestWithoutSayingWhose()
    {
        Posting posting = Build(
            MisuraB2.Schema,
            row => Request(row, "B2-0001", MisuraB2.Finanziata, 400_000),
            row => Request(row, "B2-0002", MisuraB2.ListaAttesa, null));

        Assert.Equal(
            [("FINANZIATA", (Money?)new Money(400_000)), ("LISTA-ATTESA", null)],
            posting.Memos.Select(memo => (memo.Subject!, memo.Amount)));
        Assert.Equal(2, posting.Memos.Select(memo => memo.Reference).Distinct(StringComparer.Ordinal).Count());
        Assert.All(posting.Memos, memo => Assert.DoesNotContain("B2-0", memo.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Build_MoreRequestsThanAreKept_AreStillAllCounted()
    {
        int count = MemoGatherer.MaxReferences + 5;
        Posting posting = Build(
            MisuraB2.Schema,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(number =>
                        (Action<ValidRow>)(
                            row =>
                                Request(
                                    row,
                                    string.Create(CultureInfo.InvariantCulture, $"B2-{number}"),
                                    MisuraB2.Finanziata,
                                    1))),
            ]);

        Memo rest = Assert.Single(posting.Memos, memo => memo.Reference == DocumentFingerprint.NotTold);
        Assert.Equal((new Money(5), 5), (rest.Amount!.Value, rest.Rows.Count));
        Assert.Equal(count, posting.Memos.Sum(memo => memo.Amount!.Value.Cents));
    }

    private static Posting Build(FlowSchema flow, params IReadOnlyList<Action<ValidRow>> rows)
    {
        PostingBuilder builder = new(flow);
        ValidRow row = new(flow) { Number = 1 };
        foreach (Action<ValidRow> fill in rows)
        {
            row.Clear();
            row.Number++;
            fill(row);
            builder.Accept(row);
        }

        return builder.Build(new UploadSlot("a", "ente-udp", flow.Code, "2021"), 1, "r_0", "s");
    }

    private static Ambito With(params Fund[] funds) =>
        new("a", "Ambito", null, [], [], [], funds, [], [], [], DeadlinesAreBuiltIn: true);

    private static void Item(ValidRow row, string item, long cents, params ReadOnlySpan<(Column, object)> shares)
    {
        Set(row, (BilancioAmbito.Voce, item), (BilancioAmbito.Anno, 2021), (BilancioAmbito.Previsto, cents));
        Set(row, shares);
    }

    private static void Request(ValidRow row, string id, string outcome, long? cents)
    {
        Set(
            row,
            (MisuraB2.CodiceIstat, "019021"),
            (MisuraB2.IdBeneficiario, id),
            (MisuraB2.Annualita, 2021),
            (MisuraB2.Strumento, "Buono"),
            (MisuraB2.Esito, outcome));
        row[MisuraB2.Importo] = new CellValue(null, cents ?? 0, cents is not null);
    }

    private static void Set(ValidRow row, params ReadOnlySpan<(Column Column, object Value)> cells)
    {
        foreach ((Column column, object value) in cells)
        {
            row[column] = value is string text
                ? new CellValue(text, 0, HasValue: true)
                : new CellValue(null, Convert.ToInt64(value, CultureInfo.InvariantCulture), HasValue: true);
        }
    }
}
