using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation;

/// <summary>Figures of a column in words: for programs (<c>1234.56</c>) and for people (<c>1.234,56</c>).</summary>
internal static class ColumnFigures
{
    /// <summary>The form of the receipt.</summary>
    public static string Canonical(Column column, long value) => column.Kind switch
    {
        ColumnKind.Money => new Money(value).ToString(),
        ColumnKind.Quantity => ((decimal)value / column.Scale).ToString("0.####", CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The form of messages.</summary>
    public static string InItalian(Column column, long value) => column.Kind switch
    {
        ColumnKind.Money => new Money(value).ToItalian(),
        ColumnKind.Quantity or ColumnKind.Measure =>
            ((decimal)value / column.Scale).ToString("#,0.####", Italian.Culture),
        _ => Italian.Number(value),
    };
}
