using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Binds the extra parameters of an HTTP function to values of the route, or else of the query, by name.</summary>
internal static class RequestValueBinder
{
    public static bool CanBind(Type type)
    {
        Type value = Nullable.GetUnderlyingType(type) ?? type;
        return value == typeof(string)
            || (value.IsValueType && !value.IsByRefLike && TypeDescriptor.GetConverter(value).CanConvertFrom(typeof(string)));
    }

    /// <summary>The parameter's value; absent values are the default, or null where null is possible.</summary>
    /// <exception cref="InvalidOperationException">The value is absent and the parameter needs one.</exception>
    /// <exception cref="FormatException">The value is not of the parameter's type.</exception>
    public static object? Bind(ParameterInfo parameter, IReadOnlyDictionary<string, object?> values)
    {
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!values.TryGetValue(parameter.Name!, out object? value) || value is not string text)
        {
            return Absent(parameter);
        }

        return type == typeof(string) ? text : Convert(type, text, parameter.Name!);
    }

    private static object? Absent(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? throw new InvalidOperationException($"The request has no value for parameter '{parameter.Name}'.")
            : null;
    }

    private static object? Convert(Type type, string text, string name)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or FormatException)
        {
            throw new FormatException($"The request's value for parameter '{name}' is not a valid {type.Name}.", exception);
        }
    }
}
