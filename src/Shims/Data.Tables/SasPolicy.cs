using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Adds a shared access signature to each request.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string Appended = nameof(SasPolicy);

    public override void OnSendingRequest(HttpMessage message)
    {
        // A retry passes here again, with the address that the first try made, and perhaps a newer signature.
        if (!message.TryGetProperty(Appended, out object? bare))
        {
            bare = message.Request.Uri.Query;
            message.SetProperty(Appended, bare);
        }

        string query = (string)bare!;
        string signature = credential.Signature.TrimStart('?');
        message.Request.Uri.Query = query.Length == 0 ? $"?{signature}" : $"{query}&{signature}";
    }
}
