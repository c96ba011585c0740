using System.Reflection;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Web.Tests.Support;

/// <summary>Makes values of any type of a view, with the same text in every place that takes one.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsFull">
/// Whether what may be missing is there, lists have two parts and conditions hold; else the other way.
/// </param>
internal sealed record Filling(string Text, bool IsFull)
{
    private const int Parts = 2;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>A value of a type.</summary>
    public object Make(Type type) => Special(type)
        ?? (type.IsEnum ? Enum.GetValues(type).GetValue(IsFull ? Enum.GetValues(type).Length - 1 : 0)!
        : ListOf(type) is { } part ? Array(part)
        : type.IsClass || type.IsValueType ? Construct(type)
        : throw new NotSupportedException($"No value of {type} is known."));

    private object? Special(Type type) => type switch
    {
        _ when type == typeof(string) => Text,
        _ when type == typeof(bool) => IsFull,
        _ when type == typeof(int) => 12_345,
        _ when type == typeof(decimal) => 1234.5m,
        _ when type == typeof(long) => 123L,
        _ when type == typeof(DateOnly) => new DateOnly(2026, 2, 1),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero),
        _ when type == typeof(Money) => new Money(123_456),
        _ when type == typeof(RowSet) => RowSet.Parse("2-9,12"),
        _ when type == typeof(Period) => Period.Parse("2025-T1"),
        // Their amounts are canonical, by whoever makes a receipt.
        _ when type == typeof(ColumnTotal) => new ColumnTotal(Text, Text, "1234.56"),
        _ when type == typeof(UnpostedTotal) => new UnpostedTotal(Text, "1234.56", Text),
        _ when type == typeof(CheckTotal) => new CheckTotal(4, Text, "1234.56", "12", "-1222.56"),
        _ when type == typeof(Sender) =>
            new Sender(Text, SenderKind.Comune, Text, [], [], [], null, [], new Dictionary<int, int>()),
        _ => null,
    };

    private static Type? ListOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private System.Array Array(Type part)
    {
        System.Array list = System.Array.CreateInstance(part, IsFull ? Parts : 0);
        for (int i = 0; i < list.Length; i++)
        {
            list.SetValue(Make(part), i);
        }

        return list;
    }

    private object Construct(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        object made = constructor.Invoke([.. constructor.GetParameters().Select(MakeFor)]);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is not null
            && constructor.GetParameters().All(parameter => parameter.Name != property.Name)))
        {
            bool mayBeNull = Nullability.Create(property).WriteState == NullabilityState.Nullable;
            property.SetValue(made, Value(property.PropertyType, mayBeNull));
        }

        return made;
    }

    private object? MakeFor(ParameterInfo parameter) => Value(
        parameter.ParameterType, Nullability.Create(parameter).WriteState == NullabilityState.Nullable);

    private object? Value(Type type, bool mayBeNull) =>
        mayBeNull && !IsFull ? null : Make(Nullable.GetUnderlyingType(type) ?? type);
}
