namespace PianoZona.Cli;

/// <summary>Exit codes: scripts rely on them.</summary>
internal static class ExitCodes
{
    /// <summary>Done; for <c>validate</c>, accepted.</summary>
    public const int Done = 0;

    /// <summary>
    /// For <c>validate</c>: accepted with warnings; for the rest: something failed, and the message says what.
    /// </summary>
    public const int Warnings = 1;

    /// <summary>For <c>run</c> and <c>demo</c>: not every file got a receipt, or the hub could not start.</summary>
    public const int Failed = 1;

    /// <summary>For <c>validate</c>: refused.</summary>
    public const int Refused = 2;

    /// <summary>For <c>validate</c>: quarantined.</summary>
    public const int Quarantined = 3;

    /// <summary>The command line, the configuration or a named file is wrong (EX_USAGE of sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl-C or SIGTERM, cleanly (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
