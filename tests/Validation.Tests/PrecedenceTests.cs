using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests;

/// <summary>One cell shows its first problem only, whatever is wrong with it and with the cells around it.</summary>
public sealed class PrecedenceTests
{
    private static readonly (FlowSchema Flow, string Period, string Header, string Row)[] Files =
        [.. FlowCatalogue.All.Select(flow => (flow, flow.SamplePeriod, FlowSample.Header(flow), FlowSample.Row(flow)))];

    private static readonly string[] Odd =
    [
        "",
        "-",
        "n.d.",
        "-5",
        "-1.250,005",
        "12.50",
        "€ 1 € 2",
        "99.999.999.999.999,00",
        "31/02/2021",
        "01/01/1999",
        "21",
        "2.021",
        "Rivarolo",
        "Milano",
        "19021",
        "020066",
        "=1+1",
        "a\u0007b",
        "ZZZ",
        "8745961A3B",
        "01234567890",
        "2020",
        "0",
        new string('=', 400),
    ];

    [Fact]
    public void Validate_AnyFaults_OneErrorForACellAndTheFirstByNumber()
    {
        Gen<(
            (FlowSchema Flow, string Period, string Header, string Row) File,
            (int Column, string Value)[] Changes)> faults =
            from file in Gen.Elements(Files)
            from changes in Gen.Zip(Gen.Choose(0, file.Header.Count(c => c == '|')), Gen.Elements(Odd)).ArrayOf(3)
            select (file, changes);

        Prop.ForAll(
                faults.ToArbitrary(),
                given =>
                {
                    string[] cells = given.File.Row.Split('|');
                    Array.ForEach(given.Changes, change => cells[change.Column] = change.Value);
                    (ValidationResult result, _) = Check.File(
                        given.File.Flow, given.File.Period, given.File.Header, string.Join('|', cells), given.File.Row);
                    return result
                        .Problems.Where(problem => problem.Cell is not null)
                        .GroupBy(problem => problem.Cell, StringComparer.Ordinal)
                        .All(IsFirst);
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    // A warning about how a value is written may stand before the error that the value is.
    private static bool IsFirst(IEnumerable<Problem> ofTheCell)
    {
        Problem[] problems = [.. ofTheCell];
        return problems.Count(problem => problem.Severity == Severity.Error) <= 1
            && problems
                .Select(problem => problem.Code)
                .SequenceEqual(problems.Select(problem => problem.Code).Order(StringComparer.Ordinal))
            && problems.SkipWhile(problem => problem.Severity != Severity.Error).Count() <= 1;
    }
}
