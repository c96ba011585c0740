using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts.Messages;

namespace PianoZona.Hub;

/// <summary>
/// Bodies of queue messages: JSON, in base64 as Event Grid and the hub itself write them, or as it is.
/// </summary>
public static class MessageBody
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly CamelCaseNamingStrategy EventGrid = new();

    private static readonly StoredJson Form = new((owner, property) =>
    {
        // An event has the names that Event Grid gives it.
        if (owner == typeof(BlobCreatedEvent))
        {
            property.PropertyName = EventGrid.GetPropertyName(property.PropertyName!, hasSpecifiedName: false);
        }
    });

    /// <summary>Writes the JSON of a message.</summary>
    public static string Write<T>(T message)
        where T : IQueueMessage => Form.Write(message);

    /// <summary>Reads a body.</summary>
    /// <returns>The message, or in Italian why it cannot be read; one of the two is null.</returns>
    public static (T? Message, string? Reason) Read<T>(string? body)
        where T : class, IQueueMessage
    {
        string text = TextOf(body);
        try
        {
            return JToken.Parse(text).Type == JTokenType.Null
                ? (null, "Il messaggio è «null»: non dice nulla.")
                : OfJson<T>(text);
        }
        catch (JsonReaderException)
        {
            return (null, string.IsNullOrWhiteSpace(text)
                ? "Il messaggio è vuoto."
                : "Il messaggio non è in JSON, né come testo né in base64.");
        }
    }

    /// <summary>What a body says: the text in base64 if it is one, else the body itself.</summary>
    public static string TextOf(string? body)
    {
        body ??= string.Empty;
        byte[] bytes = new byte[body.Length];
        try
        {
            return Convert.TryFromBase64String(body, bytes, out int length) ? Utf8.GetString(bytes, 0, length) : body;
        }
        catch (DecoderFallbackException)
        {
            return body;
        }
    }

    private static (T? Message, string? Reason) OfJson<T>(string json)
        where T : class, IQueueMessage
    {
        try
        {
            T message = Form.Read<T>(json);
            return message.IsWhole ? (message, null) : (null, "Nel messaggio mancano dati, o non vanno insieme.");
        }
        catch (JsonSerializationException exception)
        {
            string place = string.IsNullOrEmpty(exception.Path) ? "$" : $"$.{exception.Path}";
            return (null, $"Nel messaggio mancano dati, o hanno un'altra forma (in {place}).");
        }
    }
}
