using PianoZona.Cli.Local;

namespace PianoZona.Golden.Tests;

/// <summary>The demonstration through the whole path.</summary>
public sealed class DemoRun : HubRun
{
    /// <summary>The classes that read it: it is run once for them.</summary>
    internal const string Collection = "demonstration";

    /// <inheritdoc/>
    internal override DataFolder Data => DemoFiles.Folder;
}

/// <summary>The classes that read the demonstration.</summary>
[CollectionDefinition(DemoRun.Collection)]
public sealed class DemoRunCollection : ICollectionFixture<DemoRun>;
