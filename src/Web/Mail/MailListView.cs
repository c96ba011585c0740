using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Mail;

/// <summary>What became of messages.</summary>
/// <param name="Ambito">Name of the Ambito.</param>
/// <param name="Delivered">How many left.</param>
/// <param name="Failed">Those that could not be delivered.</param>
/// <param name="Waiting">Those on their way.</param>
public sealed record MailListView(
    string Ambito, int Delivered, IReadOnlyList<MailLine> Failed, IReadOnlyList<MailLine> Waiting)
    : PageView($"Posta · {Ambito}")
{
    internal override Type Component => typeof(MailListPage);

    internal override string? Section => Addresses.Mail;
}

/// <summary>A message.</summary>
/// <param name="RecipientName">Name of the body it is for.</param>
/// <param name="Recipient">Its address.</param>
/// <param name="Reason">Why it was not delivered; null = not known.</param>
public sealed record MailLine(DateOnly Day, string RecipientName, string Recipient, string Subject, string? Reason);
