using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Runs the function for one message, then deletes it, makes it visible again, or moves it to the poison queue.</summary>
internal sealed partial class QueueMessageHandler(
    FunctionDescriptor function, QueueClient queue, QueueClient? poison, QueueSettings settings, FunctionInvoker invoker, TimeProvider time,
    ILogger<QueueMessageHandler> logger)
{
    /// <summary>Never throws: whatever fails is logged, and the message comes back when its invisibility ends.</summary>
    public async Task HandleAsync(QueueMessage raw)
    {
        try
        {
            await HandleOrThrowAsync(new TakenMessage(queue, raw));
        }
        catch (RequestFailedException exception) when (IsGone(exception))
        {
            LogLost(queue.Name, raw.MessageId, exception.ErrorCode);
        }
        catch (Exception exception)
        {
            LogNotSettled(exception, queue.Name, raw.MessageId);
        }
    }

    /// <summary>Makes a message visible again that was taken but not run.</summary>
    public async Task PutBackAsync(QueueMessage raw)
    {
        try
        {
            await new TakenMessage(queue, raw).ShowAgainAsync(TimeSpan.Zero);
        }
        catch (RequestFailedException exception)
        {
            LogNotSettled(exception, queue.Name, raw.MessageId);
        }
    }

    private async Task HandleOrThrowAsync(TakenMessage taken)
    {
        QueueMessage? message = QueueMessageBinder.Decode(taken.Raw, settings.IsBase64);
        // More deliveries than allowed: an earlier host died in it. Undecodable: no later try can differ.
        if (message is null || taken.Raw.DequeueCount > settings.MaxDequeueCount)
        {
            await ToPoisonAsync(taken);
            return;
        }

        InvocationContext context = invoker.Create(function, type => QueueMessageBinder.Bind(message, type), QueueMessageBinder.BindingData(message));
        FunctionInvocation.Current = context;
        if (await RunAsync(taken, context))
        {
            await taken.DeleteAsync();
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            await ToPoisonAsync(taken);
        }
        else
        {
            await taken.ShowAgainAsync(settings.VisibilityTimeout);
        }
    }

    private async Task<bool> RunAsync(TakenMessage taken, InvocationContext context)
    {
        using CancellationTokenSource done = new();
        Task renewal = RenewAsync(taken, done.Token);
        try
        {
            await invoker.InvokeAsync(context);
            return true;
        }
        catch (Exception)
        {
            // The invoker has logged it; the message stays and tells the next try.
            return false;
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
        }
    }

    private async Task RenewAsync(TakenMessage taken, CancellationToken done)
    {
        TimeSpan wait = settings.TakenFor / 2;
        while (true)
        {
            await Task.Delay(wait, time, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await taken.ShowAgainAsync(settings.TakenFor);
                wait = settings.TakenFor / 2;
            }
            catch (RequestFailedException exception) when (IsGone(exception))
            {
                LogLost(queue.Name, taken.Raw.MessageId, exception.ErrorCode);
                return;
            }
            catch (Exception exception)
            {
                LogNotRenewed(exception, queue.Name, taken.Raw.MessageId);
                wait = settings.TakenFor / 10;
            }
        }
    }

    private async Task ToPoisonAsync(TakenMessage taken)
    {
        if (poison is null)
        {
            // A poison queue has none of its own; left invisible, the message cannot spin.
            return;
        }

        LogPoison(taken.Raw.MessageId, queue.Name, taken.Raw.DequeueCount, poison.Name);
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(taken.Raw.MessageText);
        await taken.DeleteAsync();
    }

    private static bool IsGone(RequestFailedException exception) =>
        exception.ErrorCode == QueueErrorCode.MessageNotFound
        || exception.ErrorCode == QueueErrorCode.PopReceiptMismatch
        || exception.ErrorCode == QueueErrorCode.QueueNotFound;

    /// <summary>A message with the receipt that its last renewal gave.</summary>
    private sealed class TakenMessage(QueueClient queue, QueueMessage raw)
    {
        private string popReceipt = raw.PopReceipt;

        public QueueMessage Raw => raw;

        public async Task ShowAgainAsync(TimeSpan after)
        {
            UpdateReceipt receipt = await queue.UpdateMessageAsync(raw.MessageId, popReceipt, (string?)null, after);
            popReceipt = receipt.PopReceipt;
        }

        public Task DeleteAsync() => queue.DeleteMessageAsync(raw.MessageId, popReceipt);
    }

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of queue {Queue} is gone or was taken by another host ({ErrorCode})")]
    private partial void LogLost(string queue, string messageId, string? errorCode);

    [LoggerMessage(LogLevel.Error, "Message {MessageId} of queue {Queue} could not be settled; it comes back when its invisibility ends")]
    private partial void LogNotSettled(Exception exception, string queue, string messageId);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of queue {Queue} could not be kept invisible; trying again")]
    private partial void LogNotRenewed(Exception exception, string queue, string messageId);

    [LoggerMessage(LogLevel.Warning, "Message {MessageId} of queue {Queue}, taken {DequeueCount} times, moves to {PoisonQueue}")]
    private partial void LogPoison(string messageId, string queue, long dequeueCount, string poisonQueue);
}
