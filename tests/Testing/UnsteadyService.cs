using System.Net;

namespace PianoZona.Testing;

/// <summary>
/// The way to a service that refuses requests before it serves them, or serves them and loses the answers.
/// </summary>
/// <param name="refusals">How many requests it refuses first.</param>
/// <param name="status">The status that it refuses them with.</param>
public sealed class UnsteadyService(int refusals = 0, HttpStatusCode status = HttpStatusCode.ServiceUnavailable)
    : DelegatingHandler(new SocketsHttpHandler())
{
    private int refused;
    private int lost;
    private int requests;

    /// <summary>How many answers to requests that write it loses, once those are served.</summary>
    public int LosesAnswers { get; init; }

    /// <summary>How many requests it got.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref requests);
        if (Interlocked.Increment(ref refused) <= refusals)
        {
            return new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent([]) };
        }

        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get && Interlocked.Increment(ref lost) <= LosesAnswers)
        {
            answer.Dispose();
            throw new HttpRequestException("The answer is lost.");
        }

        return answer;
    }
}
