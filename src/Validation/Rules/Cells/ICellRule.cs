using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>
/// A rule on what was read in the cells of one column. Why a cell cannot be read at all is told by its reader.
/// </summary>
internal interface ICellRule
{
    /// <summary>What is wrong with a value; null when nothing is.</summary>
    /// <param name="value">What was read; without a value where nothing was written.</param>
    Breach? Check(in CellValue value);

    /// <summary>
    /// Numbers of which it has nothing to tell, so that it need not be asked; null = it is asked of all.
    /// </summary>
    (long Least, long Most)? RightNumbers => null;

    /// <summary>
    /// Whether it has nothing to tell of any code of ASCII letters, digits, <c>-</c>, <c>_</c> and <c>/</c>, so that it
    /// need not be asked.
    /// </summary>
    bool PlainCodesAreRight => false;
}

/// <summary>
/// A rule that says itself which columns it is for. Adding a class that has it adds the rule: both ways in which rows
/// are read ask all of <see cref="CellRules"/>.
/// </summary>
internal interface IDiscoveredCellRule : ICellRule
{
    /// <summary>The rule for a column; null when it has nothing to ask of it. It is asked on one thread only.</summary>
    static abstract ICellRule? For(Column column);
}
