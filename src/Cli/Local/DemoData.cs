namespace PianoZona.Cli.Local;

/// <summary>The data shipped with the command: figures of two real plans (Demo/README.md).</summary>
internal static class DemoData
{
    /// <summary>Where it is.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");
}
