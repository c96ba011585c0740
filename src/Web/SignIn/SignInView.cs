using PianoZona.Web.Layout;

namespace PianoZona.Web.SignIn;

/// <summary>Who may be chosen on one machine.</summary>
/// <param name="Groups">The people, by Ambito; none when this machine has no sign-in.</param>
/// <param name="ReturnTo">Where to go on, an address of the hub.</param>
/// <param name="IsUnknown">Whether somebody was chosen who is not there.</param>
public sealed record SignInView(IReadOnlyList<PeopleOfAmbito> Groups, string ReturnTo, bool IsUnknown)
    : PageView("Accedi")
{
    internal override Type Component => typeof(SignInPage);

    internal override bool OffersSignIn => false;
}

/// <summary>Who may be chosen of one Ambito.</summary>
/// <param name="Ambito">Its name.</param>
/// <param name="Roles">Them, by what they may do.</param>
public sealed record PeopleOfAmbito(string Ambito, IReadOnlyList<PeopleOfRole> Roles);

/// <summary>People who may do the same.</summary>
/// <param name="Role">What, in words.</param>
/// <param name="People">Who.</param>
public sealed record PeopleOfRole(string Role, IReadOnlyList<PersonLine> People);

/// <summary>Somebody who may be chosen.</summary>
/// <param name="Id">What the choice sends.</param>
/// <param name="Bodies">Names of the bodies that they act for.</param>
public sealed record PersonLine(string Id, IReadOnlyList<string> Bodies);
