using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Turns a queue message into the type of the trigger parameter.</summary>
internal static class QueueMessageBinder
{
    // The worker's default serializer settings.
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static bool CanBind(Type type) =>
        type == typeof(string)
        || type == typeof(BinaryData)
        || type == typeof(QueueMessage)
        || type == typeof(byte[])
        || !(type.IsInterface || type.IsAbstract || type.IsByRefLike || type.IsPointer || type == typeof(object) || typeof(Stream).IsAssignableFrom(type));

    /// <summary>The value for the parameter.</summary>
    /// <exception cref="JsonException">The body is not JSON of that type, or is <c>null</c>.</exception>
    public static object Bind(QueueMessage message, Type type)
    {
        if (type == typeof(QueueMessage))
        {
            return message;
        }

        if (type == typeof(BinaryData))
        {
            return message.Body;
        }

        if (type == typeof(string))
        {
            return message.Body.ToString();
        }

        return type == typeof(byte[])
            ? message.Body.ToArray()
            : JsonSerializer.Deserialize(message.Body, type, Json) ?? throw new JsonException("The message is the JSON value null.");
    }

    /// <summary>The message with its transport encoding taken off, or null when it does not have that encoding.</summary>
    public static QueueMessage? Decode(QueueMessage raw, bool isBase64)
    {
        if (!isBase64)
        {
            return raw;
        }

        byte[] buffer = new byte[raw.MessageText.Length];
        return Convert.TryFromBase64String(raw.MessageText, buffer, out int length)
            ? QueuesModelFactory.QueueMessage(
                raw.MessageId, raw.PopReceipt, BinaryData.FromBytes(buffer.AsMemory(0, length)),
                raw.DequeueCount, raw.NextVisibleOn, raw.InsertedOn, raw.ExpiresOn)
            : null;
    }

    /// <summary>What the genuine trigger offers by name; its values arrive as strings there, too.</summary>
    public static Dictionary<string, object?> BindingData(QueueMessage message) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = message.Body.ToString(),
        ["Id"] = message.MessageId,
        ["PopReceipt"] = message.PopReceipt,
        ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
        ["InsertionTime"] = message.InsertedOn?.ToString("O", CultureInfo.InvariantCulture),
        ["ExpirationTime"] = message.ExpiresOn?.ToString("O", CultureInfo.InvariantCulture),
        ["NextVisibleTime"] = message.NextVisibleOn?.ToString("O", CultureInfo.InvariantCulture),
    };
}
