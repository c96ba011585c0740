using PianoZona.Web.Layout;

namespace PianoZona.Web.SignIn;

/// <summary>The bodies that somebody may act for.</summary>
/// <param name="Bodies">The bodies.</param>
/// <param name="ReturnTo">Where to go on, an address of the hub.</param>
public sealed record ChooseBodyView(IReadOnlyList<BodyChoice> Bodies, string ReturnTo) : PageView("Scegli l'ente")
{
    internal override Type Component => typeof(ChooseBodyPage);
}

/// <summary>A body that may be chosen.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Ambito">Name of its Ambito.</param>
/// <param name="IsChosen">Whether it is the one acted for now.</param>
public sealed record BodyChoice(string Code, string Name, string Ambito, bool IsChosen);
