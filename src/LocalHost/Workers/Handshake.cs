using System.Globalization;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>
/// The first words between host and worker: what the worker can do, which functions it has, each of them loaded.
/// </summary>
internal static class Handshake
{
    private const string HostVersion = "4.0.0";

    /// <exception cref="LocalHostException">A function does not load; the message names it and says why.</exception>
    public static async Task<Worker> OpenAsync(
        WorkerChannel channel, IRunningWorker running, string folder, CancellationToken cancellationToken)
    {
        WorkerInitRequest init = new()
        {
            HostVersion = HostVersion,
            WorkerDirectory = folder,
            FunctionAppDirectory = folder,
        };
        init.Capabilities.Add("V2Compatable", bool.TrueString); // spelled so in the protocol
        WorkerInitResponse worker = (
            await AskAsync(channel, new StreamingMessage { WorkerInitRequest = init }, cancellationToken)
        ).WorkerInitResponse;
        Ensure(worker.Result, "The worker could not be initialised");
        FunctionMetadataResponse metadata = (
            await AskAsync(
                channel,
                new StreamingMessage
                {
                    FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = folder },
                },
                cancellationToken)).FunctionMetadataResponse;
        Ensure(metadata.Result, "The worker could not say which functions it has");
        List<FunctionDescription> functions = [.. metadata.FunctionMetadataResults.Select(FunctionDescription.Of)];
        await Task.WhenAll(functions.Select(function => LoadAsync(channel, function, cancellationToken)));
        Uri? http = worker.Capabilities.TryGetValue("HttpUri", out string? address) ? new Uri(address) : null;
        return new Worker(channel, running, functions, http);
    }

    private static async Task LoadAsync(
        WorkerChannel channel, FunctionDescription function, CancellationToken cancellationToken)
    {
        StreamingMessage answer = await AskAsync(
            channel,
            new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest
                {
                    FunctionId = function.Id,
                    Metadata = function.Metadata,
                },
            },
            cancellationToken);
        Ensure(answer.FunctionLoadResponse.Result, $"Function {function.Name} does not load");
    }

    private static Task<StreamingMessage> AskAsync(
        WorkerChannel channel, StreamingMessage message, CancellationToken cancellationToken)
    {
        message.RequestId = Ids.Next();
        return channel.AskAsync(message, message.RequestId, cancellationToken);
    }

    private static void Ensure(StatusResult result, string what)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new LocalHostException(
                string.Create(CultureInfo.InvariantCulture, $"{what}: {result.Exception?.Message ?? result.Result}"));
        }
    }
}
