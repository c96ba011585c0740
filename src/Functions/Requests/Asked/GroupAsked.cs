using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Identity;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Requests.Asked;

/// <summary>
/// Of which group's bodies something is asked for: <c>?gruppo=casalasco</c>. A group that is none is left out.
/// </summary>
/// <param name="Ambito">Whose groups they are.</param>
/// <param name="Group">The group; null = all.</param>
internal sealed record GroupAsked(Ambito Ambito, ComuneGroup? Group)
{
    /// <summary>Name of the query.</summary>
    public const string Name = "gruppo";

    /// <summary>What is asked for.</summary>
    public static GroupAsked In(HttpRequest request, Ambito ambito) =>
        new(ambito, ambito.FindGroup(request.Query[Name].ToString()));

    /// <summary>Whether what is of a body is asked for.</summary>
    /// <param name="body">Code of the body; null = of the whole Ambito, which is of no group.</param>
    public bool Wants(string? body) => Group is not { } group
        || (body is not null && Ambito.FindSender(body) is { } sender && Ambito.IsOf(sender, group.Code));

    /// <summary>The duties that a caller sees: staff those of the group asked for, others their own.</summary>
    public Obligation[] Seen(Caller caller, IEnumerable<Obligation> duties) =>
    [
        .. duties.Where(one => caller.IsStaff ? Wants(one.Body.Code) : one.Body.Code == caller.Sender.Code),
    ];

    /// <summary>The groups that a page offers.</summary>
    /// <param name="address">Where it is, without a query.</param>
    public GroupChoices Choices(string address) => new(
        [.. Ambito.Groups.Select(group => new NamedLink(group.Name, $"{address}?{Name}={group.Code}"))],
        Group?.Name, address);
}
