using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Notification;

/// <summary>
/// What did not reach its recipient, for the Ufficio di Piano: how much of it and of whom; addresses and reasons are on
/// the page.
/// </summary>
/// <param name="Ambito">Code of the Ambito.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="Recipient">Mail address, lower case.</param>
/// <param name="RecipientName">Name of the Ufficio di Piano.</param>
/// <param name="Messages">
/// What it tells of: internetMessageIds, and what mails were asked for that their queue gave up.
/// </param>
/// <param name="Bodies">Messages that were given up or came back, by name of the body.</param>
/// <param name="Returned">How many of them came back.</param>
/// <param name="Stuck">How many mails their queue gave up.</param>
public sealed record UndeliveredLetter(
    string Ambito,
    string AmbitoName,
    DateOnly Day,
    string Recipient,
    string RecipientName,
    IReadOnlyList<string> Messages,
    IReadOnlyList<Tally> Bodies,
    int Returned,
    int Stuck
) : Letter(Ambito, AmbitoName, Day, Recipient, RecipientName)
{
    /// <inheritdoc/>
    public override string Key => $"recapiti|{IsoDay.Text(Day)}";
}
