using PianoZona.Web.Layout;

namespace PianoZona.Web.SignIn;

/// <summary>The bodies that somebody may act for.</summary>
/// <param name="Bodies">Those of the account, in its order.</param>
/// <param name="ReturnTo">Where to go on, an address of the hub.</param>
public sealed record ChooseBodyView(IReadOnlyList<BodyChoice> Bodies, string ReturnTo) : PageView("Scegli l'ente")
{
    internal override Type Component => typeof(ChooseBodyPage);

    internal override bool OffersSignIn => false;
}

/// <summary>A body that may be chosen.</summary>
/// <param name="Code">What the choice sends.</param>
/// <param name="Name">What is read.</param>
/// <param name="Ambito">Name of its Ambito.</param>
/// <param name="IsChosen">Whether it is the one acted for now.</param>
public sealed record BodyChoice(string Code, string Name, string Ambito, bool IsChosen);
