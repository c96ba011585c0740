using System.Globalization;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Exports;

/// <summary>The tables that can be downloaded.</summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Year">The year they are of.</param>
/// <param name="Exports">The tables.</param>
public sealed record ExportListView(string Ambito, int Year, IReadOnlyList<ExportLine> Exports)
    : PageView($"Prospetti · {Ambito}")
{
    /// <summary>Name of what the address says the period in.</summary>
    public const string Period = "periodo";

    /// <summary>The years that there is something of, the latest first.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    internal override Type Component => typeof(ExportListPage);

    internal override string? Section => Addresses.Exports;

    /// <summary>Where a table is.</summary>
    /// <param name="export">The table.</param>
    /// <param name="form"><c>csv</c> or <c>xlsx</c>.</param>
    internal string AddressOf(ExportLine export, string form) =>
        string.Create(CultureInfo.InvariantCulture, $"{Addresses.ExportOf(export.Name, form)}?{Period}={Year}");
}

/// <summary>A table that can be downloaded.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">What it is.</param>
public sealed record ExportLine(string Name, string Title);
