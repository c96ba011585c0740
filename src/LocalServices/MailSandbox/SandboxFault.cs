namespace PianoZona.LocalServices.MailSandbox;

/// <summary>What can be made to go wrong.</summary>
public enum SandboxFault
{
    /// <summary>Nothing: the fault after it is for the call after this one.</summary>
    None,

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

    /// <summary>502 with the HTML page of a gateway; nothing is done.</summary>
    HtmlBadGateway,

    /// <summary>503 with an XML body and Retry-After; nothing is done.</summary>
    XmlUnavailable,

    /// <summary>500 with a text; nothing is done.</summary>
    TextError,

    /// <summary>400 with the HTML page of a gateway, which is not the service's own refusal; nothing is done.</summary>
    HtmlBadRequest,

    /// <summary>200 with an HTML page, as a gateway that asks for a sign-in; nothing is done.</summary>
    HtmlSuccess,

    /// <summary>200 without a body; nothing is done.</summary>
    EmptySuccess,

    /// <summary>302 to the page itself, for ever; nothing is done.</summary>
    RedirectLoop,

    /// <summary>429 with an HTML page and Retry-After as a date; nothing is done.</summary>
    ThrottleUntilDate,

    /// <summary>It is done, and the answer is whole by its length and stops in mid-JSON.</summary>
    CutShortAfter,

    /// <summary>It is done, and the connection breaks in the middle of the answer.</summary>
    ResetInBodyAfter,

    /// <summary>It is done, and nothing more comes after half of the answer.</summary>
    SilentInBodyAfter,
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
