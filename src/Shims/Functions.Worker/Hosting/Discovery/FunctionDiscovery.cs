using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Finds functions and checks their signatures; every error goes to the list, so that one start shows them all.</summary>
internal sealed class FunctionDiscovery(List<string> errors)
{
    private const BindingFlags Anywhere =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public List<FunctionDescriptor> Find(IEnumerable<Type> types)
    {
        List<FunctionDescriptor> functions = [];
        foreach (MethodInfo method in types.Distinct().SelectMany(type => type.GetMethods(Anywhere)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute && Describe(attribute.Name, method) is { } function)
            {
                functions.Add(function);
            }
        }

        foreach (IGrouping<string, FunctionDescriptor> same in functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            errors.Add($"Function name '{same.Key}' is used by {string.Join(" and ", same.Select(f => f.EntryPoint))}.");
        }

        return functions;
    }

    private FunctionDescriptor? Describe(string name, MethodInfo method)
    {
        int before = errors.Count;
        string where = $"Function '{name}' ({method.DeclaringType!.FullName}.{method.Name})";
        if (!method.IsPublic || !method.DeclaringType.IsVisible || method.DeclaringType.ContainsGenericParameters
            || (method.DeclaringType.IsAbstract && !method.IsStatic))
        {
            errors.Add($"{where} must be a public method of a public class that can be created.");
        }

        ParameterInfo[] triggers = [.. method.GetParameters().Where(p => p.GetCustomAttribute<BindingAttribute>() is not null)];
        if (triggers.Length != 1)
        {
            errors.Add($"{where} must have exactly one parameter with a trigger attribute, and has {triggers.Length}.");
            return null;
        }

        FunctionDescriptor function = new(name, method, triggers[0], triggers[0].GetCustomAttribute<TriggerBindingAttribute>()!);
        CheckTrigger(function, where);
        CheckOtherParameters(function, where);
        CheckReturn(function, where);
        return errors.Count == before ? function : null;
    }

    private void CheckTrigger(FunctionDescriptor function, string where)
    {
        Type type = function.TriggerParameter.ParameterType;
        bool fits = function.Trigger switch
        {
            HttpTriggerAttribute => type == typeof(HttpRequest),
            TimerTriggerAttribute => type == typeof(TimerInfo),
            QueueTriggerAttribute => QueueMessageBinder.CanBind(type),
            _ => false,
        };
        if (!fits)
        {
            errors.Add($"{where}: a {function.TriggerType} cannot bind to parameter '{function.TriggerParameter.Name}' of type {type}.");
        }

        if (function.Trigger is HttpTriggerAttribute { AuthLevel: AuthorizationLevel.User or AuthorizationLevel.System } http)
        {
            errors.Add($"{where}: authorization level {http.AuthLevel} is not supported by this worker.");
        }
    }

    private void CheckOtherParameters(FunctionDescriptor function, string where)
    {
        foreach (ParameterInfo parameter in function.Method.GetParameters().Where(p => p != function.TriggerParameter))
        {
            bool known = parameter.ParameterType == typeof(FunctionContext)
                || parameter.ParameterType == typeof(CancellationToken)
                || (function.Trigger is HttpTriggerAttribute && RequestValueBinder.CanBind(parameter.ParameterType));
            if (!known)
            {
                errors.Add($"{where}: nothing can bind parameter '{parameter.Name}' of type {parameter.ParameterType}.");
            }
        }
    }

    private void CheckReturn(FunctionDescriptor function, string where)
    {
        Type type = function.Method.ReturnType;
        if (type == typeof(void) && function.Method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
        {
            errors.Add($"{where} is 'async void': its failures could not be seen. Return Task.");
        }

        Type? result = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : null;
        bool isHttpResult = function.Trigger is HttpTriggerAttribute && IsHttpResult(result ?? type);
        if (type != typeof(void) && type != typeof(Task) && !isHttpResult)
        {
            errors.Add($"{where}: return type {type} is not supported; use void, Task, or for HTTP IActionResult or IResult (or a Task of one).");
        }
    }

    private static bool IsHttpResult(Type type) => typeof(IActionResult).IsAssignableFrom(type) || typeof(IResult).IsAssignableFrom(type);
}
