using PianoZona.Contracts.Configuration;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Allocations;

/// <summary>How those who get a share are called.</summary>
internal sealed class BodyNames(Ambito ambito)
{
    /// <summary>The name that the plan says, else that of the body; a line is called by its own.</summary>
    /// <param name="code">Code in the plan.</param>
    /// <param name="said">Name in the plan; null = none.</param>
    public NamedBody Of(string code, string? said = null)
    {
        string name = said is { Length: > 0 } && said != code ? said : ambito.NameOf(code);
        return new NamedBody(name, name == code ? null : code);
    }
}
