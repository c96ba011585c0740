using System.Globalization;
using System.Text.Json.Nodes;

namespace PianoZona.MailSandbox;

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

    /// <summary>The messages that were sent.</summary>
    public IReadOnlyList<SandboxMessage> Sent => [.. Messages.Where(message => !message.IsDraft)];

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

    internal SandboxFault? NextFault(SandboxCall call)
    {
        lock (gate)
        {
            return QueueOf(call).TryDequeue(out SandboxFault fault) ? fault : null;
        }
    }

    internal SandboxMessage Add(string mailbox, JsonObject resource, bool isDraft)
    {
        lock (gate)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"sandbox-{messages.Count + 1:D6}");
            resource["id"] = id;
            resource["isDraft"] = isDraft;
            resource["createdDateTime"] = time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            resource["internetMessageId"] ??= $"<{id}@sandbox.invalid>";
            SandboxMessage message = new(id, mailbox, resource, isDraft);
            messages.Add(message);
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
            int index = messages.FindIndex(message => message.Id == id && message.Mailbox == mailbox && message.IsDraft);
            if (index < 0)
            {
                return false;
            }

            messages[index].Resource["isDraft"] = false;
            messages[index] = messages[index] with { IsDraft = false };
            return true;
        }
    }

    private Queue<SandboxFault> QueueOf(SandboxCall call)
    {
        if (!faults.TryGetValue(call, out Queue<SandboxFault>? queue))
        {
            faults.Add(call, queue = new Queue<SandboxFault>());
        }

        return queue;
    }
}
