using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Contacts;

/// <summary>To whom the hub writes for a body.</summary>
/// <param name="Lines">The addresses.</param>
/// <param name="Fields">The form that adds one.</param>
/// <param name="MayAdd">Whether there is room for one more.</param>
/// <param name="History">Who changed them when, the latest first.</param>
/// <param name="Mistakes">What is wrong in what was typed.</param>
public sealed record ContactListView(
    IReadOnlyList<ContactLine> Lines, ContactFields Fields, bool MayAdd, IReadOnlyList<TimelineEntry> History,
    IReadOnlyList<FieldMistake> Mistakes)
    : PageView("Contatti")
{
    /// <summary>Name of the field of the address.</summary>
    public const string Address = "indirizzo";

    /// <summary>Name of the field of which receipts it wants.</summary>
    public const string Receipts = "esiti";

    /// <summary>Name of the field of the time from which it wants reminders.</summary>
    public const string From = "dalle";

    internal override Type Component => typeof(ContactListPage);

    internal override string? Section => Addresses.Contacts;

    internal override bool HasErrors => Mistakes.Count > 0;
}

/// <summary>An address.</summary>
/// <param name="Receipts">Which receipts it gets.</param>
/// <param name="Reminders">From when on it gets reminders.</param>
/// <param name="Stays">Why it cannot be taken away; null = it can.</param>
public sealed record ContactLine(string Address, string Receipts, string Reminders, string? Stays);

/// <summary>The form that adds an address, as it was typed.</summary>
/// <param name="Choices">Which receipts there are to choose.</param>
public sealed record ContactFields(string Address, string Receipts, string From, IReadOnlyList<FieldChoice> Choices);
