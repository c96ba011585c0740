using Newtonsoft.Json;

namespace PianoZona.Hub;

/// <summary>The form of what decisions say (<see cref="Contracts.Decisions.Decision.Content"/>).</summary>
internal static class DecisionForm
{
    private static readonly StoredJson Form = new((_, property) =>
    {
        // What may be missing from the decision may be missing from its document.
        if (property.Required == Required.AllowNull)
        {
            property.Required = Required.Default;
        }
    }, StoredJson.EnumWords());

    public static string Write<T>(T content) => Form.Write(content);

    public static T Read<T>(string content) => Form.Read<T>(content);
}
