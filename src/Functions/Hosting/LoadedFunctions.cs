using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PianoZona.Functions.Hosting;

/// <summary>Which functions the host has had loaded in this process.</summary>
/// <remarks>
/// The host asks for each function in turn, and tells nobody in the worker which ones failed: an application of which
/// no queue function loads answers HTTP all the same. So the worker's own door for those requests is watched.
/// </remarks>
internal sealed class LoadedFunctions : IFunctionRoster
{
    private readonly ConcurrentDictionary<string, bool> names = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Missing => DeclaredFunctions.Except(names.Keys);

    public void Note(string name) => names[name] = true;
}

/// <summary>Stands before the worker's application, which is internal to it, and notes what it loads.</summary>
internal class LoadingWatch : DispatchProxy
{
    private const string Application = "Microsoft.Azure.Functions.Worker.IFunctionsApplication";
    private const string Load = "LoadFunction";

    private object? inner;
    private LoadedFunctions? roster;

    /// <summary>Watches the application of a worker that is being composed.</summary>
    /// <exception cref="InvalidOperationException">This version of the worker is made otherwise.</exception>
    public static void Watch(IServiceCollection services)
    {
        ServiceDescriptor application =
            services.FirstOrDefault(service =>
                service.ServiceType.FullName == Application && service.ImplementationType is not null)
            ?? throw new InvalidOperationException(
                $"The worker has no {Application}: functions that do not load would not be seen.");
        services.Replace(ServiceDescriptor.Singleton<IFunctionRoster, LoadedFunctions>());
        services.Replace(ServiceDescriptor.Describe(
            application.ServiceType,
            provider =>
            {
                LoadingWatch watch = (LoadingWatch)Create(application.ServiceType, typeof(LoadingWatch));
                watch.inner = ActivatorUtilities.CreateInstance(provider, application.ImplementationType!);
                watch.roster = (LoadedFunctions)provider.GetRequiredService<IFunctionRoster>();
                return watch;
            },
            application.Lifetime));
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        object? result = targetMethod!.Invoke(
            inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        if (targetMethod.Name == Load)
        {
            roster!.Note(((FunctionDefinition)args![0]!).Name);
        }

        return result;
    }
}
