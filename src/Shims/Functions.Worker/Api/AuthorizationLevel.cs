namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key a request must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A user's token; the stand-in refuses it at start.</summary>
    User,

    /// <summary>A key of the function or of the host.</summary>
    Function,

    /// <summary>A key of an extension; the stand-in refuses it at start.</summary>
    System,

    /// <summary>The host's master key.</summary>
    Admin,
}
