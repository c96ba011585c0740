using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Signs each try of a request by the "Shared Key Lite for the Table service" scheme.</summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        string date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);

        // The resource keeps its percent encoding. None of the requests made here has the "comp" parameter that would be signed too.
        string resource = $"/{credential.AccountName}{message.Request.Uri.ToUri().AbsolutePath}";
        string signature = credential.Sign($"{date}\n{resource}");
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }
}
