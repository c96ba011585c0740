namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The application cannot start; the message lists every error found.</summary>
public sealed class FunctionsStartupException : InvalidOperationException
{
    internal FunctionsStartupException(IReadOnlyList<string> errors)
        : base($"The Functions application cannot start:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", errors)}") => Errors = errors;

    /// <summary>The errors, one by one.</summary>
    public IReadOnlyList<string> Errors { get; }
}
