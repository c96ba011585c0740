using System.Reflection;
using System.Reflection.Emit;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.WebJobs;

namespace PianoZona.LocalHost;

/// <summary>
/// The SDK's listeners want functions as methods of a type. The worker's are known only at run time, so the type is
/// made then: a method for each queue or timer function, with its trigger's attribute.
/// </summary>
internal static class TriggerType
{
    // The name that the real host's type has: state of timers is kept under it.
    private const string TypeName = "Host.Functions";

    private static readonly ConstructorInfo FunctionName = typeof(FunctionNameAttribute).GetConstructor([
        typeof(string),
    ])!;
    private static readonly ConstructorInfo Queue = typeof(QueueTriggerAttribute).GetConstructor([typeof(string)])!;
    private static readonly ConstructorInfo Timer = typeof(TimerTriggerAttribute).GetConstructor([typeof(string)])!;

    /// <summary>Makes it.</summary>
    public static Type For(IEnumerable<FunctionDescription> functions)
    {
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(TypeName), AssemblyBuilderAccess.Run)
            .DefineDynamicModule(TypeName)
            .DefineType(
                TypeName, TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed, typeof(TriggerCalls));
        foreach (FunctionDescription function in functions.Where(function => !function.IsHttp))
        {
            Type payload = function.IsQueue ? typeof(QueueMessage) : typeof(TimerInfo);
            MethodBuilder method = type.DefineMethod(
                function.Name, MethodAttributes.Public, typeof(Task), [payload, typeof(CancellationToken)]);
            method.SetCustomAttribute(new CustomAttributeBuilder(FunctionName, [function.Name]));
            method.DefineParameter(1, ParameterAttributes.None, "payload").SetCustomAttribute(AttributeOf(function));
            method.DefineParameter(2, ParameterAttributes.None, "cancellationToken");
            PassOn(method.GetILGenerator(), function.Name, payload);
        }

        return type.CreateType();
    }

    private static CustomAttributeBuilder AttributeOf(FunctionDescription function) =>
        function.IsQueue
            ? With(
                Queue,
                function.Text("queueName")!,
                (nameof(QueueTriggerAttribute.Connection), function.Text("connection")))
            : With(
                Timer,
                function.Text("schedule")!,
                (nameof(TimerTriggerAttribute.RunOnStartup), function.Flag("runOnStartup")),
                (nameof(TimerTriggerAttribute.UseMonitor), function.Flag("useMonitor")));

    private static CustomAttributeBuilder With(
        ConstructorInfo constructor, string argument, params (string Name, object? Value)[] properties)
    {
        (string Name, object? Value)[] given = [.. properties.Where(property => property.Value is not null)];
        return new CustomAttributeBuilder(
            constructor,
            [argument],
            [.. given.Select(property => constructor.DeclaringType!.GetProperty(property.Name)!)],
            [.. given.Select(property => property.Value!)]);
    }

    // return CallAsync("name", payload, cancellationToken);
    private static void PassOn(ILGenerator body, string function, Type payload)
    {
        MethodInfo target = typeof(TriggerCalls).GetMethod(
            "CallAsync",
            BindingFlags.Instance | BindingFlags.NonPublic,
            [typeof(string), payload, typeof(CancellationToken)])!;
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldstr, function);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(OpCodes.Ldarg_2);
        body.Emit(OpCodes.Call, target);
        body.Emit(OpCodes.Ret);
    }
}
