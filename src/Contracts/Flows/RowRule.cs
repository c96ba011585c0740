namespace PianoZona.Contracts.Flows;

/// <summary>
/// A rule that a flow asks of each of its rows, in one of the forms that flows share. What one flow alone asks is a
/// class of the validation, which names the flow.
/// </summary>
public abstract record RowRule
{
    private RowRule()
    {
    }

    /// <summary>Whole numbers add up to another (PZ4005). Asked where all are there.</summary>
    public sealed record PartsOfTotal(Column Total, params IReadOnlyList<Column> Parts) : RowRule;

    /// <summary>A percentage is that of a part on a total, as exactly as it is written (PZ4005).</summary>
    /// <param name="Percent">The percentage.</param>
    public sealed record PercentOfTotal(Column Percent, Column Part, Column Total) : RowRule;

    /// <summary>Shares add up to an amount, to the cent (PZ4005). An empty share is no share.</summary>
    /// <param name="MayBeUndivided">A row without any share is not divided; otherwise its shares are nothing.</param>
    public sealed record SharesOfAmount(Column Amount, bool MayBeUndivided, params IReadOnlyList<Column> Shares)
        : RowRule
    {
        /// <summary>
        /// Whether the shares are all columns of funds of the flow: a file that has none of them divides nothing.
        /// </summary>
        public bool AreOfFunds { get; init; }
    }

    /// <summary>An amount is a quantity times a tariff, half a cent up (PZ4006).</summary>
    /// <param name="Tariff">The price of one unit.</param>
    public sealed record QuantityTimesTariff(Column Amount, Column Quantity, Column Tariff) : RowRule;

    /// <summary>No more is paid than committed (PZ4007).</summary>
    /// <param name="Committed">The amount committed.</param>
    /// <param name="Paid">The amount paid.</param>
    public sealed record PaidWithinCommitted(Column Committed, Column Paid) : RowRule;

    /// <summary>A day does not come before another (PZ4008).</summary>
    /// <param name="Earlier">The day that comes first.</param>
    /// <param name="Later">The day that comes after, or is the same.</param>
    public sealed record DatesInOrder(Column Earlier, Column Later) : RowRule;

    /// <summary>A year, a period or a day is that of the file (PZ4009).</summary>
    /// <param name="When">The column.</param>
    public sealed record OfThePeriod(Column When) : RowRule
    {
        /// <summary>How many years after that of the file a year may be: forecasts are made for several.</summary>
        public int YearsAfter { get; init; }
    }
}
