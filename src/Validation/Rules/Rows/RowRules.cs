using System.Collections.Frozen;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>Which row rules each flow has, in the order of their codes.</summary>
internal static class RowRules
{
    private static readonly FrozenDictionary<FlowSchema, Func<UploadContext, IEnumerable<IRowRule>>> OfFlows =
        new Dictionary<FlowSchema, Func<UploadContext, IEnumerable<IRowRule>>>
        {
            [Popolazione.Schema] = context =>
            [
                new PartsOfTotal([Popolazione.Maschi, Popolazione.Femmine], Popolazione.Totale),
                new PercentOfTotal(Popolazione.Over65, Popolazione.Totale, Popolazione.PercentualeOver65),
                new PercentOfTotal(Popolazione.Minori, Popolazione.Totale, Popolazione.PercentualeMinori),
                new PercentOfTotal(Popolazione.Stranieri, Popolazione.Totale, Popolazione.PercentualeStranieri),
                .. YearOfFile.If(YearOf(context), Popolazione.Anno),
            ],
            [Assegnazioni.Schema] = _ => [new AmountOfGrant(), new DatesInOrder(Assegnazioni.DataAtto, Assegnazioni.DataIncasso)],
            [SpesaSociale.Schema] = context => YearOfFile.If(YearOf(context), SpesaSociale.Anno),
            [Rendicontazione.Schema] = context =>
            [
                new PaidWithinCommitted(Rendicontazione.Impegnato, Rendicontazione.Liquidato),
                new DatesInOrder(Rendicontazione.DataDocumento, Rendicontazione.DataPagamento),
                new AdmissibleIntervention(context.Ambito),
            ],
            [Prestazioni.Schema] = context =>
            [
                new FundOfService(),
                new SharesOfAmount([Prestazioni.QuotaUtente, Prestazioni.QuotaComune, Prestazioni.QuotaFondo], Prestazioni.Importo, mayBeUndivided: true),
                new QuantityTimesTariff(Prestazioni.Quantita, Prestazioni.Tariffa, Prestazioni.Importo),
                .. PeriodOfFile.If(context, Prestazioni.Periodo, Prestazioni.Data),
            ],
            [UnitaOfferta.Schema] = context =>
                [.. EventInTime.If(context), new PlacesInOrder(), .. PeriodOfFile.If(context, UnitaOfferta.DataEvento)],
            [FsrRilevazione.Schema] = context => YearOfFile.If(YearOf(context), FsrRilevazione.Anno),
            [MisuraB2.Schema] = _ => [new AmountOfRequest()],
            [CasiGepi.Schema] = context =>
                [new PartsOfTotal([CasiGepi.Sst, CasiGepi.Cpi], CasiGepi.Totale), .. PeriodOfFile.If(context, CasiGepi.Periodo)],
            [BilancioAmbito.Schema] = context =>
            [
                new SharesOfAmount([.. BilancioAmbito.Fondi], BilancioAmbito.Previsto, mayBeUndivided: false),
                .. YearOfFile.If(YearOf(context), BilancioAmbito.Anno),
            ],
            [Indicatori.Schema] = _ =>
            [
                new MeasureOfUnit(Indicatori.Base), new MeasureOfUnit(Indicatori.Atteso), new MeasureOfUnit(Indicatori.Valore),
                new TargetBelowBase(), new IndicatorStatedTwice(),
            ],
        }.ToFrozenDictionary();

    /// <summary>The rules for one file.</summary>
    /// <param name="context">What is known about it.</param>
    /// <param name="keys">What tells its rows apart.</param>
    public static IRowRule[] For(UploadContext context, Fingerprints keys)
    {
        FlowSchema flow = context.Flow;
        List<IRowRule> rules = [flow.Key.Count == 0 ? new DuplicateRow(keys) : new DuplicateKey(flow.Key, keys)];
        rules.AddRange(OfFlows.GetValueOrDefault(flow)?.Invoke(context) ?? []);
        if (flow.ScopeColumns.Count > 0)
        {
            rules.Add(new BodyInScope(context.Ambito, context.Sender, [.. flow.ScopeColumns]));
        }

        return [.. rules];
    }

    private static int? YearOf(UploadContext context) => context.PeriodIsKnown ? context.Period.Year : null;
}
