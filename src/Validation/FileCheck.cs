using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Validation.Persons;
using PianoZona.Validation.Rules.Cells;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>The state of one file while its rows go by.</summary>
internal sealed class FileCheck
{
    private readonly UploadContext context;
    private readonly RowsAhead source;
    private readonly IAcceptedRows sink;
    private readonly ProblemLog log;
    private readonly Layout layout;
    private readonly bool hasAllColumns;
    private readonly RowCheck rowCheck;
    private readonly ControlTotals controls;
    private readonly AcceptedTotals totals;
    private readonly UnpostedFigures unposted;
    private readonly MixedBases bases;
    private readonly YearOnYear variation;
    private readonly IndicatorElsewhere? indicators;
    private readonly UnplacedFunds unplaced;
    private readonly PersonalDataSearch personal;
    private int read;
    private int accepted;
    private int warned;

    public FileCheck(UploadContext context, RowsAhead source, IAcceptedRows sink, string ruleSet)
    {
        (this.context, this.source, this.sink, log) = (context, source, sink, new ProblemLog(ruleSet));
        layout = Layout.Of(context.Flow, source, log);
        // Of a file without a column that must be there nothing is posted or compared: its rows are no whole rows.
        hasAllColumns = context.Flow.Columns.All(column => !column.Required || layout.IndexOf(column) >= 0);
        rowCheck = new RowCheck(context, source, layout, log);
        source.Reader = new CleanRowReader(
            layout, CellCheck.Of(context.Flow, context.Ambito, source.Survey, layout), rowCheck.Keys);
        controls = new ControlTotals(context.Flow, context.Settings.Tolerance);
        totals = new AcceptedTotals(context.Flow);
        unposted = new UnpostedFigures(context.Flow, ruleSet);
        bases = new MixedBases(context.Flow, ruleSet);
        variation = new YearOnYear(context);
        indicators = context.Flow == Indicatori.Schema ? new IndicatorElsewhere() : null;
        unplaced = new UnplacedFunds(context, source, layout);
        personal = new PersonalDataSearch(source, layout.At, log);
        personal.LookAroundRows();
    }

    /// <summary>Checks the current row.</summary>
    public void CheckRow()
    {
        if (source.Clean is null && IsControlTotal())
        {
            return;
        }

        read++;
        Severity? worst = rowCheck.Check(source.Clean, source.Hash);
        CountForControls();
        unplaced.Add(rowCheck.Row);
        if (worst == Severity.Error)
        {
            return;
        }

        accepted++;
        warned += worst == Severity.Warning ? 1 : 0;
        totals.Add(rowCheck.Row.Values);
        unposted.Add(rowCheck.Row.Values);
        if (hasAllColumns)
        {
            bases.Add(rowCheck.Row.Values);
            variation.Add(rowCheck.Row.Values);
            indicators?.Add(rowCheck.Row.Values, rowCheck.PlaceOf);
            sink.Accept(rowCheck.Row.Values);
        }
    }

    // What is checked of a row before its cells are read; true when it was a TOTALE row.
    private bool IsControlTotal()
    {
        personal.LookAtRow();
        layout.TellDataWithoutHeader(source, log);
        int label = source.Label;
        if (label >= 0)
        {
            CheckControlTotal(source.Cell(label).ToString());
        }

        return label >= 0;
    }

    /// <summary>The checks at the end of the file, and the verdict.</summary>
    public ValidationResult Finish()
    {
        if (source.Failure is { } failure)
        {
            log.Add(failure);
        }
        else
        {
            TellFile([context.SentUnder is { } former ? FormerBody.InPath(context.Sender, former) : null]);
            TellFile([NoData.Check(read, context.NilReturn), .. Timeliness.Check(context)]);
            TellFile([
                .. DeclaredTotal.Check(context, read, controls),
                MissingTotal.Check(context, read, controls.Any),
            ]);

            // Of a part of the rows the totals would vary by the rest.
            TellFile(read == accepted ? variation.Check() : []);
            foreach ((Breach breach, Place place) in (indicators?.Check() ?? []).Concat(unplaced.Check()))
            {
                log.Add(breach, place);
            }
        }

        RowCounts rows = new(read, accepted, warned, read - accepted);
        ValidationResult verdict = ValidationResult.From(
            log, rows, bases.Without(totals.ToList()), controls.Compared, refused: source.Failure is not null);
        return verdict.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings
            ? verdict with { NotPosted = unposted.ToList() }
            : verdict;
    }

    private void TellFile(IEnumerable<Breach?> breaches)
    {
        foreach (Breach breach in breaches.OfType<Breach>())
        {
            log.Add(breach, new Place(Column: breach.At?.Name));
        }
    }

    private void CountForControls()
    {
        if (rowCheck.CellsRead)
        {
            controls.Add(rowCheck.Row);
        }
        else
        {
            controls.AddUnknown();
        }
    }

    private void CheckControlTotal(string label)
    {
        List<(Column Column, long Value)> declared = rowCheck.ReadFigures();
        foreach ((Column column, Breach breach) in controls.Compare(source.RowNumber, label, declared))
        {
            log.Add(breach, rowCheck.PlaceOf(column));
        }
    }
}
