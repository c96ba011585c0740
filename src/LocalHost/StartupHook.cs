using System.Diagnostics;

/// <summary>
/// Runs in a worker's process before the application: the worker ends when its host does, however that happens, because
/// its standard input is a pipe that the host holds. The application itself is the one that is deployed, unchanged.
/// </summary>
/// <remarks>
/// The runtime asks for a type of this name outside any namespace (environment variable DOTNET_STARTUP_HOOKS).
/// </remarks>
#pragma warning disable MA0047 // The runtime looks for it there.
internal static class StartupHook
#pragma warning restore MA0047
{
    public static void Initialize()
    {
        // Programs that the worker may start are none of this.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        new Thread(Watch) { IsBackground = true, Name = "End of the host" }.Start();
    }

    private static void Watch()
    {
        byte[] buffer = new byte[256];
        using Stream input = Console.OpenStandardInput();
        while (input.Read(buffer) > 0)
        {
            // Nothing is ever said; only the end counts.
        }

        using Process self = Process.GetCurrentProcess();
        self.Kill();
    }
}
