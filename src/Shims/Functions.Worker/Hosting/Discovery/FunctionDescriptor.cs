using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Where functions are looked for.</summary>
internal sealed record FunctionSource(Func<IEnumerable<Type>> Types);

/// <summary>A function as found in code: its method and the parameter its trigger binds.</summary>
internal sealed record FunctionDescriptor(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public Type Type => Method.ReflectedType!;

    public string EntryPoint => $"{Type.FullName}.{Method.Name}";

    /// <summary>Stable across processes, as the host's own ids are.</summary>
    public string Id { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Method.ReflectedType!.FullName}.{Method.Name}:{Name}")))[..16];

    public string TriggerType => Trigger switch
    {
        HttpTriggerAttribute => "httpTrigger",
        TimerTriggerAttribute => "timerTrigger",
        QueueTriggerAttribute => "queueTrigger",
        _ => Trigger.GetType().Name,
    };
}
