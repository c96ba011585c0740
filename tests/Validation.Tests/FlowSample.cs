using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Tests;

/// <summary>The row of a flow's examples, as the Ufficio di Piano of Oglio Po would send it.</summary>
internal static class FlowSample
{
    private const string Casalmaggiore = "019021";

    /// <summary>All flows.</summary>
    public static TheoryData<string> Codes => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    /// <summary>All its columns.</summary>
    public static string Header(FlowSchema flow) => string.Join('|', flow.Columns.Select(column => column.Name));

    /// <summary>Its examples; those that are of another Ambito are of this one.</summary>
    public static string Row(FlowSchema flow) => string.Join('|', flow.Columns.Select(Example));

    /// <summary>The row, and a TOTALE where the flow asks for one.</summary>
    public static string[] Rows(FlowSchema flow) => flow.ControlTotalRequired ? [Row(flow), Total(flow)] : [Row(flow)];

    private static string Total(FlowSchema flow) => string.Join('|', flow.Columns.Select((column, place) =>
        place == 0 ? "TOTALE" : column.Summable ? column.Example : string.Empty));

    private static string Example(Column column) =>
        column.Kind is ColumnKind.Comune or ColumnKind.Body && char.IsAsciiDigit(column.Example[0])
            ? Casalmaggiore
            : column.Example;
}
