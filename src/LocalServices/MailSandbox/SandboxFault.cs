namespace PianoZona.LocalServices.MailSandbox;

/// <summary>What can be made to go wrong.</summary>
public enum SandboxFault
{
    /// <summary>429 with Retry-After; nothing is done.</summary>
    Throttle,

    /// <summary>503 with Retry-After; nothing is done.</summary>
    Unavailable,

    /// <summary>The connection breaks before anything is done.</summary>
    ResetBefore,

    /// <summary>It is done, and then the connection breaks.</summary>
    ResetAfter,

    /// <summary>It is done, and no answer comes.</summary>
    SilentAfter,

    /// <summary>400: the request is refused.</summary>
    Refuse,

    /// <summary>It is done and answered 202 with Retry-After, as the real service at times does.</summary>
    AcceptedWithRetryAfter,
}

/// <summary>The calls that faults can be asked for.</summary>
public enum SandboxCall
{
    /// <summary>Making a draft.</summary>
    Create,

    /// <summary>Sending a draft, or a message at once.</summary>
    Send,

    /// <summary>Looking for messages.</summary>
    Find,
}
