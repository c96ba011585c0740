using PianoZona.Cli.Local;

namespace PianoZona.Golden.Tests;

/// <summary>The numbered cases of the plans through the whole path.</summary>
public sealed class PlanCaseRun : HubRun
{
    /// <inheritdoc/>
    internal override DataFolder Data => PlanCases.Folder;
}
