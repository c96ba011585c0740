using System.Text;
using System.Text.Json;

namespace PianoZona.Contracts.Messages;

/// <summary>
/// Bodies of queue messages: JSON, in base64 as Event Grid and the hub itself write them, or as it is.
/// </summary>
public static class MessageBody
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,

        // What a message does not say must not become null or zero.
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Writes the JSON of a message.</summary>
    public static string Write<T>(T message)
        where T : IQueueMessage => JsonSerializer.Serialize(message, Options);

    /// <summary>Reads a body.</summary>
    /// <returns>The message, or in Italian why it cannot be read; one of the two is null.</returns>
    public static (T? Message, string? Reason) Read<T>(string? body)
        where T : class, IQueueMessage
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(TextOf(body));
            return Read<T>(json.RootElement);
        }
        catch (JsonException)
        {
            return (null, string.IsNullOrWhiteSpace(TextOf(body))
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

    private static (T? Message, string? Reason) Read<T>(JsonElement json)
        where T : class, IQueueMessage
    {
        try
        {
            return json.Deserialize<T>(Options) switch
            {
                null => (null, "Il messaggio è «null»: non dice nulla."),
                { IsWhole: false } => (null, "Nel messaggio mancano dati, o non vanno insieme."),
                { } message => (message, null),
            };
        }
        catch (JsonException exception)
        {
            return (null, $"Nel messaggio mancano dati, o hanno un'altra forma (in {exception.Path ?? "$"}).");
        }
    }
}
