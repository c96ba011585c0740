using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Filling;

/// <summary>Where somebody declares that there is nothing to report.</summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period, as paths write it.</param>
/// <param name="Sender">Name of the body that declares it.</param>
/// <param name="Replaces">Receipt of what would count no longer; null = nothing is in force.</param>
/// <param name="Mistakes">What is wrong in what was sent.</param>
public sealed record NothingView(
    string About, string Flow, string Period, string Sender, string? Replaces, IReadOnlyList<FieldMistake> Mistakes)
    : PageView("Nessun dato da dichiarare")
{
    /// <summary>Name of the tick.</summary>
    public const string Tick = "conferma";

    /// <summary>Name of what holds the receipt that the page shows as what would count no longer.</summary>
    public const string Seen = "sostituisce";

    /// <summary>Number of that receipt in what was sent; null = the page showed none.</summary>
    public static string? SeenIn(string? field) => string.IsNullOrEmpty(field) ? null : field;

    /// <summary>Names of others who have told figures of the body.</summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];

    internal override Type Component => typeof(NothingPage);

    internal override IReadOnlyList<NamedLink> Trail =>
        [NamedLink.Start, new("Invia un file", Addresses.Send), new(About, Addresses.SendFor(Flow, Period))];

    internal override string? Section => Addresses.Send;

    internal override bool HasErrors => Mistakes.Count > 0;
}
