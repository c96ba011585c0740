namespace PianoZona.Validation.Rules.Rows;

/// <summary>A rule on the values of one row, or of a row among those before it.</summary>
internal interface IRowRule
{
    /// <summary>What is wrong; null when nothing is, or when the cells it needs are missing or unreadable.</summary>
    Finding? Check(RowView row);
}
