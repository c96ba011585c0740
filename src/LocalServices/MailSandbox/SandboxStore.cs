using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>The messages of the sandbox, and the faults that were asked for. Everything is in memory.</summary>
/// <param name="time">The clock.</param>
public sealed class SandboxStore(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<SandboxMessage> messages = [];
    private readonly Dictionary<SandboxCall, Queue<SandboxFault>> faults = [];

    /// <summary>All messages, in the order in which they came.</summary>
    public IReadOnlyList<SandboxMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>The reports that came back into the mailboxes.</summary>
    public IReadOnlyList<SandboxMessage> Reports => [.. Messages.Where(message => message.IsReport)];

    /// <summary>The messages that were sent.</summary>
    public IReadOnlyList<SandboxMessage> Sent =>
        [.. Messages.Where(message => message is { IsDraft: false, IsReport: false })];

    /// <summary>Lets a message that was sent come back, as if its recipient did not exist.</summary>
    /// <returns>False when there is no such message.</returns>
    public bool Bounce(string id)
    {
        lock (gate)
        {
            if (messages.Find(message => message.Id == id && message is { IsDraft: false, IsReport: false })
                is not { } original)
            {
                return false;
            }

            AddReport(original);
            return true;
        }
    }

    /// <summary>Makes the next calls of a kind go wrong, one fault each.</summary>
    public void Fail(SandboxCall call, params IReadOnlyList<SandboxFault> next)
    {
        lock (gate)
        {
            foreach (SandboxFault fault in next)
            {
                QueueOf(call).Enqueue(fault);
            }
        }
    }

    /// <summary>Forgets the faults that were asked for and have not come.</summary>
    public void Forgive()
    {
        lock (gate)
        {
            faults.Clear();
        }
    }

    internal DateTimeOffset Now => time.GetUtcNow();

    internal SandboxFault? NextFault(SandboxCall call)
    {
        lock (gate)
        {
            return QueueOf(call).TryDequeue(out SandboxFault fault) ? fault : null;
        }
    }

    internal SandboxMessage Add(string mailbox, JObject resource, bool isDraft)
    {
        lock (gate)
        {
            SandboxMessage message = new(Complete(resource, isDraft), mailbox, resource, isDraft);
            messages.Add(message);
            BounceIfAsked(message);
            return message;
        }
    }

    internal SandboxMessage? Find(string mailbox, string id)
    {
        lock (gate)
        {
            return messages.Find(message => message.Id == id && message.Mailbox == mailbox);
        }
    }

    // False: there is no such draft (any more).
    internal bool Send(string mailbox, string id)
    {
        lock (gate)
        {
            int index = messages.FindIndex(message =>
                message.Id == id && message.Mailbox == mailbox && message.IsDraft);
            if (index < 0)
            {
                return false;
            }

            messages[index].Resource["isDraft"] = false;
            messages[index] = messages[index] with { IsDraft = false };
            BounceIfAsked(messages[index]);
            return true;
        }
    }

    // What the service adds to a message; gives its id.
    private string Complete(JObject resource, bool isDraft)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"sandbox-{messages.Count + 1:D6}");
        resource["id"] = id;
        resource["isDraft"] = isDraft;
        resource["createdDateTime"] = NowText();
        resource["internetMessageId"] ??= $"<{id}@sandbox.invalid>";
        return id;
    }

    // Nobody is at an address that begins so.
    private void BounceIfAsked(SandboxMessage message)
    {
        if (!message.IsDraft
            && message.Recipients.Any(address => address.StartsWith("rimbalza", StringComparison.OrdinalIgnoreCase)))
        {
            AddReport(message);
        }
    }

    // As Exchange writes one: it names the original in its headers, and in the properties that are made of them.
    private void AddReport(SandboxMessage original)
    {
        JObject resource = new()
        {
            ["receivedDateTime"] = NowText(),
            ["subject"] = $"Undeliverable: {original.Subject}",
            ["body"] = new JObject { ["contentType"] = "html", ["content"] = "<p>550 5.1.1 User unknown</p>" },
            ["toRecipients"] = new JArray(
                new JObject { ["emailAddress"] = new JObject { ["address"] = original.Mailbox } }),
            ["internetMessageHeaders"] = new JArray(
                Pair("name", "In-Reply-To", original),
                Pair("name", "References", original)),
            ["singleValueExtendedProperties"] = new JArray(Pair("id", "String 0x1042", original)),
        };
        messages.Add(new SandboxMessage(Complete(resource, isDraft: false), original.Mailbox, resource, IsDraft: false)
        {
            MessageClass = SandboxMessage.ReportClass,
        });
    }

    private static JObject Pair(string name, string key, SandboxMessage original) =>
        new() { [name] = key, ["value"] = original.InternetMessageId };

    private string NowText() => Now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private Queue<SandboxFault> QueueOf(SandboxCall call)
    {
        if (!faults.TryGetValue(call, out Queue<SandboxFault>? queue))
        {
            faults.Add(call, queue = new Queue<SandboxFault>());
        }

        return queue;
    }
}
