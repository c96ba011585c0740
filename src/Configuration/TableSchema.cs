using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Flows;

namespace PianoZona.Configuration;

/// <summary>
/// What is published of a flow: its Frictionless Table Schema (v2) descriptor and its empty template.
/// </summary>
/// <remarks>
/// The validator reads more forms than a descriptor can say (docs/specifica/tracciati.md); the descriptor states the
/// form to prefer.
/// </remarks>
public static class TableSchema
{
    private const char Separator = ';';

    /// <summary>The descriptor, as JSON.</summary>
    public static string Descriptor(FlowSchema flow)
    {
        JObject descriptor = new()
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json",
            ["name"] = flow.Code,
            ["title"] = flow.Title,
            ["description"] = flow.Description,
            // Columns come in any order; those that are not required may be left out.
            ["fieldsMatch"] = "partial",
            ["missingValues"] = new JArray(string.Empty, "-"),
            ["fields"] = new JArray(flow.Columns.Select(Field)),
        };
        if (flow.Key.Count > 0)
        {
            JArray key = new(flow.Key.Select(column => column.Name));

            // Values of a primary key are never missing; those of a unique key may be.
            bool primary = flow.Key.All(column => column.ValueRequired);
            descriptor[primary ? "primaryKey" : "uniqueKeys"] = primary ? key : new JArray { key };
        }

        return descriptor.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>
    /// The template: header and a row of examples. Written as UTF-8 it begins with a byte order mark, by which
    /// spreadsheets know it.
    /// </summary>
    public static string CsvTemplate(FlowSchema flow) => new StringBuilder()
        .Append('\uFEFF')
        .AppendJoin(Separator, flow.Columns.Select(column => Quoted(column.Name))).Append("\r\n")
        .AppendJoin(Separator, flow.Columns.Select(column => Quoted(column.Example))).Append("\r\n")
        .ToString();

    private static JObject Field(Column column)
    {
        JObject field = new()
        {
            ["name"] = column.Name,
            ["type"] = TypeOf(column.Kind),
            ["title"] = column.Title,
            ["description"] = column.Description,
        };
        AddForm(column.Kind, field);
        if (column.Example.Length > 0)
        {
            field["example"] = column.Example;
        }

        // The specification has a word for values only: a column may be required and still have empty cells.
        field["columnRequired"] = column.Required;
        JObject constraints = Constraints(column);
        if (constraints.HasValues)
        {
            field["constraints"] = constraints;
        }

        return field;
    }

    private static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Money or ColumnKind.Quantity => "number",
        ColumnKind.Integer => "integer",
        ColumnKind.Year => "year",
        ColumnKind.Date => "date",
        _ => "string",
    };

    private static void AddForm(ColumnKind kind, JObject field)
    {
        if (kind == ColumnKind.Date)
        {
            field["format"] = "%d/%m/%Y";
        }

        if (kind is ColumnKind.Money or ColumnKind.Quantity)
        {
            field["decimalChar"] = ",";
        }

        if (kind is ColumnKind.Money or ColumnKind.Quantity or ColumnKind.Integer)
        {
            field["groupChar"] = ".";
            field["bareNumber"] = kind != ColumnKind.Money;
        }
    }

    private static JObject Constraints(Column column)
    {
        JObject constraints = [];
        if (column.ValueRequired)
        {
            constraints["required"] = true;
        }

        if (column.Choices.Count > 0)
        {
            constraints["enum"] = new JArray(column.Choices);
        }

        if (column.Minimum is { } minimum)
        {
            constraints["minimum"] = Number(minimum);
        }

        if (column.Maximum is { } maximum)
        {
            constraints["maximum"] = Number(maximum);
        }

        if (column.Kind is ColumnKind.Text or ColumnKind.OpaqueId or ColumnKind.Measure)
        {
            constraints["maxLength"] = column.MaxLength;
        }

        if (PatternOf(column) is { } pattern)
        {
            constraints["pattern"] = pattern;
        }

        return constraints;
    }

    private static string? PatternOf(Column column) => column.Kind switch
    {
        ColumnKind.Comune when !column.NameAccepted => "[0-9]{6}",
        ColumnKind.Body when !column.NameAccepted => "([0-9]{6}|ente-[a-z0-9-]{1,34})",
        ColumnKind.Period => "20[0-9]{2}(-(S[12]|T[1-4]|[0-9]{2}(-[0-9]{2})?))?",
        ColumnKind.Cup => "[A-Za-z0-9]{15}",
        ColumnKind.Cig => "[A-Za-z0-9]{10}",
        ColumnKind.VatNumber => "[0-9]{11}",
        _ => null,
    };

    // 0, not 0.0: whole bounds are written as whole numbers.
    private static JValue Number(decimal value) =>
        value == decimal.Truncate(value) ? new JValue((long)value) : new JValue(value);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
