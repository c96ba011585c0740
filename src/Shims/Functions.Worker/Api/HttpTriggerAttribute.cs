using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each HTTP request on its route.</summary>
/// <param name="authLevel">Which key a request must show.</param>
/// <param name="methods">The HTTP methods served; all when none is given.</param>
[SuppressMessage("Design", "CA1019:Define accessors for attribute arguments", Justification = "The genuine type's shape.")]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[]? methods) : TriggerBindingAttribute
{
    /// <summary>For requests that show a key of the function or of the host, with any method.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function, null)
    {
    }

    /// <summary>For requests with any method.</summary>
    /// <param name="authLevel">Which key a request must show.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, null)
    {
    }

    /// <summary>For requests that show a key of the function or of the host.</summary>
    /// <param name="methods">The HTTP methods served.</param>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>The route template below the prefix; the function's name when not given.</summary>
    public string? Route { get; set; }

    /// <summary>The HTTP methods served; all when null.</summary>
    public string[]? Methods { get; } = methods;

    /// <summary>Which key a request must show.</summary>
    public AuthorizationLevel AuthLevel { get; set; } = authLevel;
}
