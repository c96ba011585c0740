using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>The lease by which one host at a time runs a timer: blob <c>locks/{host id}/{Class.Function}.Listener</c>.</summary>
internal sealed partial class TimerLock(
    BlobContainerClient container, string hostId, FunctionDescriptor function, TimeProvider time, ILogger<TimerLock> logger)
{
    // A host that dies leaves its timers to the next one after the lease and at most one more try.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(5);

    private readonly BlobClient blob = container.GetBlobClient($"locks/{hostId}/{function.Type.Name}.{function.Name}.Listener");

    /// <summary>Waits for the lease, then runs the work until it ends or the lease is lost, and gives the lease back.</summary>
    /// <param name="work">Gets a token that is cancelled when the lease is lost or the host stops.</param>
    /// <param name="stopping">The host stops.</param>
    public async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        BlobLeaseClient? lease = await AcquireAsync(stopping);
        if (lease is null)
        {
            return;
        }

        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using CancellationTokenSource finished = new();
        Task renewal = RenewAsync(lease, ended, finished.Token);
        try
        {
            await work(ended.Token);
        }
        finally
        {
            await finished.CancelAsync();
            await renewal;
            await ReleaseAsync(lease);
        }
    }

    private async Task<BlobLeaseClient?> AcquireAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                BlobLeaseClient lease = blob.GetBlobLeaseClient();
                await lease.AcquireAsync(LeaseTime, cancellationToken: CancellationToken.None);
                return lease;
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                await Task.Delay(TryEvery, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (RequestFailedException exception) when (exception.Status == 404)
            {
                await container.CreateIfNotExistsAsync(cancellationToken: stopping);
                await CreateBlobAsync(stopping);
            }
        }

        return null;
    }

    private async Task CreateBlobAsync(CancellationToken stopping)
    {
        try
        {
            BlobRequestConditions absent = new() { IfNoneMatch = ETag.All };
            await blob.UploadAsync(BinaryData.FromBytes([]), new BlobUploadOptions { Conditions = absent }, stopping);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            LogOtherWasFirst(blob.Name);
        }
    }

    /// <remarks>Goes on during a drain: the run that still is under way must stay the only one.</remarks>
    private async Task RenewAsync(BlobLeaseClient lease, CancellationTokenSource ended, CancellationToken finished)
    {
        while (true)
        {
            await Task.Delay(RenewEvery, time, finished).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (finished.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await lease.RenewAsync(cancellationToken: CancellationToken.None);
            }
            catch (Exception exception)
            {
                LogLost(exception, blob.Name);
                await ended.CancelAsync();
                return;
            }
        }
    }

    private async Task ReleaseAsync(BlobLeaseClient lease)
    {
        try
        {
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException exception)
        {
            // It ends by itself.
            LogNotReleased(exception, blob.Name);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Lock {Blob} was made by another host at the same time")]
    private partial void LogOtherWasFirst(string blob);

    [LoggerMessage(LogLevel.Warning, "Lock {Blob} could not be renewed; the timer pauses until it is had again")]
    private partial void LogLost(Exception exception, string blob);

    [LoggerMessage(LogLevel.Debug, "Lock {Blob} could not be released")]
    private partial void LogNotReleased(Exception exception, string blob);
}
