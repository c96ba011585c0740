namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Ties a parameter of a function to something outside it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class BindingAttribute : Attribute;

/// <summary>Ties a parameter of a function to the event that starts it.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute;
