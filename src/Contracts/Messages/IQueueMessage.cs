namespace PianoZona.Contracts.Messages;

/// <summary>A message of one of the hub's queues.</summary>
public interface IQueueMessage
{
    /// <summary>Whether it says all that it must: for what the types of its parts cannot tell.</summary>
    bool IsWhole => true;
}
