using PianoZona.Web.Layout;

namespace PianoZona.Web.Reference;

/// <summary>What programs may ask of the hub.</summary>
/// <param name="About">What it is, in a few sentences.</param>
/// <param name="SignIn">How a program signs in.</param>
/// <param name="Groups">The operations by what they are about.</param>
/// <param name="Forms">The forms of what is sent and answered.</param>
public sealed record ApiReferenceView(
    string About, string SignIn, IReadOnlyList<ApiGroup> Groups, IReadOnlyList<ApiForm> Forms)
    : PageView("Riferimento per i programmi")
{
    internal override Type Component => typeof(ApiReferencePage);
}

/// <summary>Operations that are about the same.</summary>
public sealed record ApiGroup(string Title, IReadOnlyList<ApiOperation> Operations);

/// <summary>Something that a program may ask.</summary>
/// <param name="Id">Its place in the page.</param>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">Its path, with <c>{names}</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Description">What has to be known, and to whom it is open.</param>
/// <param name="Parameters">What it may be asked for.</param>
/// <param name="Body">What is sent; null = nothing.</param>
/// <param name="Answers">What it answers.</param>
public sealed record ApiOperation(
    string Id, string Method, string Path, string Summary, string Description,
    IReadOnlyList<ApiParameter> Parameters, ApiContent? Body, IReadOnlyList<ApiAnswer> Answers);

/// <summary>Something that an operation may be asked for.</summary>
/// <param name="Place">Where it is: in the path, the query, a header.</param>
/// <param name="Form">The form of its values; null = any text.</param>
/// <param name="Example">A right value; null = none is given.</param>
public sealed record ApiParameter(
    string Name, string Place, bool IsRequired, string? Meaning, string? Form, string? Example);

/// <summary>What is sent or answered.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Form">Name of its form in this page; null = it has none.</param>
public sealed record ApiContent(string? Meaning, string MediaTypes, string? Form);

/// <summary>What an operation answers with a status of HTTP.</summary>
public sealed record ApiAnswer(string Status, ApiContent Content);

/// <summary>A form of JSON.</summary>
/// <param name="Meaning">What it is; null = its keys say it.</param>
/// <param name="Schema">Its schema, as JSON.</param>
public sealed record ApiForm(string Name, string? Meaning, string Schema);
