namespace PianoZona.Contracts.Notification;

/// <summary>Something to be told to one address: what the outbox keeps, before it is put in words.</summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the body that the address belongs to.</param>
public abstract record Letter(string Ambito, string AmbitoName, DateOnly Day, string Recipient, string RecipientName)
{
    /// <summary>
    /// What is told once to a recipient, in characters that a table key may hold; null when its parts have keys of
    /// their own.
    /// </summary>
    public abstract string? Key { get; }
}
