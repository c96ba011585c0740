using Microsoft.AspNetCore.Http;
using PianoZona.LocalHost.Protocol;
using Yarp.ReverseProxy.Forwarder;

namespace PianoZona.LocalHost;

/// <summary>Names the invocation that a request is, and tells a failed one by its status.</summary>
internal sealed class InvocationTransformer(string invocationId, Task<StatusResult> invocation) : HttpTransformer
{
    private const string InvocationHeader = "x-ms-invocation-id";

    /// <inheritdoc/>
    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext,
        HttpRequestMessage proxyRequest,
        string destinationPrefix,
        CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        // Pages build links from the address that was asked for.
        proxyRequest.Headers.Host = httpContext.Request.Host.Value;
        proxyRequest.Headers.Remove(InvocationHeader);
        proxyRequest.Headers.Add(InvocationHeader, invocationId);
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        // A function that throws answers 200 without a body; one with a body may still be writing it.
        if (proxyResponse?.Content.Headers.ContentLength == 0
            && proxyResponse.IsSuccessStatusCode
            && (await invocation).Status != StatusResult.Types.Status.Success)
        {
            httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return false;
        }

        return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
    }
}
