using Microsoft.AspNetCore.Http;
using PianoZona.Functions.Identity;
using PianoZona.Web.SignIn;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of signing in.</summary>
internal static class SignInPages
{
    private static readonly string[] InOrder = [Roles.PlanOffice, Roles.Assembly, Roles.Comune, Roles.Provider];

    /// <summary>A role, in words.</summary>
    public static string Words(string role) => role switch
    {
        Roles.Comune => "Comune",
        Roles.Provider => "Ente gestore",
        Roles.PlanOffice => "Ufficio di Piano",
        Roles.Assembly => "Assemblea dei Sindaci",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The people of one machine.</summary>
    public static SignInView People(IEnumerable<LocalPerson> people, string returnTo, bool isUnknown) => new(
        [
            .. people.GroupBy(person => person.Ambito).Select(ambito => new PeopleOfAmbito(
                ambito.Key.Name,
                [
                    .. ambito.GroupBy(person => person.Role, StringComparer.Ordinal)
                        .OrderBy(role => Array.IndexOf(InOrder, role.Key))
                        .Select(role => new PeopleOfRole(Words(role.Key), [.. role.Select(Line)])),
                ])),
        ],
        returnTo,
        isUnknown);

    /// <summary>The bodies of a person.</summary>
    public static ChooseBodyView Bodies(Person person, HttpRequest request, string returnTo) => new(
        [.. person.Bodies.Select(one => new BodyChoice(
            one.Body.Code, one.Body.Name, one.Ambito.Name, one.Body.Code == CallerReader.Chosen(request)))],
        returnTo);

    private static PersonLine Line(LocalPerson person) =>
        new(person.Id, [.. person.Bodies.Select(body => body.Name)]);
}
