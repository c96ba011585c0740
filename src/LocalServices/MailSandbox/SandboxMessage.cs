using Newtonsoft.Json.Linq;

namespace PianoZona.LocalServices.MailSandbox;

/// <param name="Id">Its id; stays the same when the message is sent.</param>
/// <param name="Mailbox">Whose mailbox it is in.</param>
/// <param name="Resource">The Graph resource as it was given, with what the service adds.</param>
/// <param name="IsDraft">Whether it has not been sent.</param>
public sealed record SandboxMessage(string Id, string Mailbox, JObject Resource, bool IsDraft)
{
    /// <summary>Class of a report that a message was not delivered.</summary>
    public const string ReportClass = "REPORT.IPM.Note.NDR";

    /// <summary>What it is (PidTagMessageClass).</summary>
    public string MessageClass { get; init; } = "IPM.Note";

    /// <summary>Whether it came into the mailbox as a report of the mail service.</summary>
    public bool IsReport => MessageClass == ReportClass;

    public string Subject => Text("subject");

    /// <summary>The id by which mail systems know it.</summary>
    public string InternetMessageId => Text("internetMessageId");

    /// <summary>Mail addresses of the recipients.</summary>
    public IReadOnlyList<string> Recipients =>
        [
            .. (Resource["toRecipients"] as JArray ?? []).Select(one =>
                (string?)one["emailAddress"]?["address"] ?? string.Empty),
        ];

    /// <summary>The body, HTML.</summary>
    public string Body => (string?)Resource["body"]?["content"] ?? string.Empty;

    /// <summary>Names of the attachments.</summary>
    public IReadOnlyList<string> Attachments =>
        [.. (Resource["attachments"] as JArray ?? []).Select(one => (string?)one["name"] ?? string.Empty)];

    private string Text(string name) => (string?)Resource[name] ?? string.Empty;
}
