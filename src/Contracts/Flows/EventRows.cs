namespace PianoZona.Contracts.Flows;

/// <summary>
/// That the rows of a flow tell what happened on a day, so that a file tells its period by them: of that day when all
/// are of one, else of their year.
/// </summary>
/// <param name="Day">The column of the day.</param>
public sealed record EventRows(Column Day)
{
    /// <summary>
    /// The column and the word in it of a row that is no event but a check at the end of a year: a file with one is of
    /// the year. Null = there is none.
    /// </summary>
    public (Column Column, string Word)? Check { get; init; }
}
