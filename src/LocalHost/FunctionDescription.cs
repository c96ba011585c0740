using Newtonsoft.Json.Linq;
using PianoZona.LocalHost.Protocol;

namespace PianoZona.LocalHost;

/// <summary>A function as its worker describes it.</summary>
internal sealed record FunctionDescription(RpcFunctionMetadata Metadata, JObject Trigger)
{
    private const string TriggerSuffix = "Trigger";

    public string Name => Metadata.Name;

    public string Id => Metadata.FunctionId;

    /// <summary>Parameter that takes what triggered the function.</summary>
    public string Parameter => Text("name")!;

    public bool IsHttp => Is("httpTrigger");

    public bool IsQueue => Is("queueTrigger");

    public bool IsTimer => Is("timerTrigger");

    /// <summary>Reads what a worker says of a function.</summary>
    /// <exception cref="LocalHostException">It has no trigger, or one that this host does not know.</exception>
    public static FunctionDescription Of(RpcFunctionMetadata metadata)
    {
        JObject[] bindings = [.. metadata.RawBindings.Select(JObject.Parse)];
        foreach (JObject binding in bindings.Where(binding => !metadata.Bindings.ContainsKey((string)binding["name"]!)))
        {
            metadata.Bindings.Add((string)binding["name"]!, InfoOf(binding));
        }

        JObject trigger =
            Array.Find(
                bindings,
                binding =>
                    ((string?)binding["type"])?.EndsWith(TriggerSuffix, StringComparison.OrdinalIgnoreCase) == true
            ) ?? throw new LocalHostException($"Function {metadata.Name} has no trigger.");
        FunctionDescription found = new(metadata, trigger);
        if (!found.IsHttp && !found.IsQueue && !found.IsTimer)
        {
            throw new LocalHostException(
                $"Function {metadata.Name} has a {found.Text("type")}: this host knows HTTP, queue and timer triggers."
            );
        }

        return (bool?)trigger["properties"]?["supportsDeferredBinding"] != true
            ? found
            : throw new LocalHostException(
                $"Function {metadata.Name} takes a message as the SDK's own type: this host gives text and JSON.");
    }

    public string? Text(string property) => (string?)Trigger[property];

    public bool? Flag(string property) => (bool?)Trigger[property];

    public string[] Texts(string property) => Trigger[property]?.ToObject<string[]>() ?? [];

    private bool Is(string type) => string.Equals(Text("type"), type, StringComparison.OrdinalIgnoreCase);

    private static BindingInfo InfoOf(JObject binding) =>
        new()
        {
            Type = (string?)binding["type"] ?? string.Empty,
            Direction = Enum.TryParse(
                (string?)binding["direction"], ignoreCase: true, out BindingInfo.Types.Direction direction)
                ? direction
                : BindingInfo.Types.Direction.In,
        };
}
