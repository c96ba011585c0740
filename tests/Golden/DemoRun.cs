using PianoZona.Cli.Local;

namespace PianoZona.Golden.Tests;

/// <summary>The demonstration through the whole path.</summary>
public sealed class DemoRun : HubRun
{
    /// <inheritdoc/>
    internal override DataFolder Data => DemoFiles.Folder;
}
