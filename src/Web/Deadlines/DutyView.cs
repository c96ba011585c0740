using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Deadlines;

/// <summary>Staff marks a duty as done, or records what happened and from which one counts.</summary>
/// <param name="Heading">What is done, or happened.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="Bodies">Whom it can be about.</param>
/// <param name="Fields">What is typed.</param>
public sealed record DutyView(
    string Heading, string Action, IReadOnlyList<FieldChoice> Bodies, DutyFields Fields)
    : PageView($"{Heading} · Scadenze")
{
    /// <summary>Name of the field of the body.</summary>
    public const string BodyName = "ente";

    /// <summary>Name of the field of the act, or of what happened.</summary>
    public const string TextName = "parole";

    /// <summary>Name of the field of the day.</summary>
    public const string DateName = "giorno";

    internal override Type Component => typeof(DutyPage);

    internal override string? Section => Addresses.Deadlines;

    /// <summary>Whether it is about something that happened; else about a duty that is done.</summary>
    public bool IsEvent { get; init; }

    /// <summary>What is wrong in what was typed.</summary>
    public IReadOnlyList<FieldMistake> Mistakes { get; init; } = [];
}

/// <summary>What is typed into the form of a duty.</summary>
/// <param name="Body">Code of the body.</param>
/// <param name="Text">The act, or what happened.</param>
/// <param name="Date">The day.</param>
public sealed record DutyFields(string Body, string Text, string Date);
