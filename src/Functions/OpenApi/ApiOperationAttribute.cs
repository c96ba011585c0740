namespace PianoZona.Functions.OpenApi;

/// <summary>Says what a function below <c>/api</c> is for: the public document is made of it.</summary>
/// <param name="group">What it is about: the heading that it stands under.</param>
/// <param name="summary">What it does, in Italian: a verb first.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ApiOperationAttribute(string group, string summary) : Attribute
{
    /// <summary>What it is about.</summary>
    public string Group { get; } = group;

    /// <summary>What it does.</summary>
    public string Summary { get; } = summary;

    /// <summary>What a program has to know beside it; null = nothing.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The statuses by which it refuses, beside those of who may not use it (401, 403) and of a fault (500).
    /// </summary>
    public int[] Refusals { get; init; } = [];
}

/// <summary>What a function answers when it does what was asked.</summary>
/// <param name="status">Status of HTTP.</param>
/// <param name="meaning">What it means, in Italian.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ApiAnswerAttribute(int status, string meaning) : Attribute
{
    public const string Json = "application/json";

    /// <summary>A table of text.</summary>
    public const string Csv = "text/csv";

    /// <summary>A page.</summary>
    public const string Html = "text/html";

    /// <summary>A file, whatever it is.</summary>
    public const string Bytes = "application/octet-stream";

    /// <summary>Status of HTTP.</summary>
    public int Status { get; } = status;

    /// <summary>What it means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Name of the form of the JSON (<see cref="ApiSchemas"/>); null = no JSON.</summary>
    public string? Schema { get; init; }

    /// <summary>Other forms than JSON.</summary>
    public string[] MediaTypes { get; init; } = [];
}

/// <summary>Something that a program may ask a function for, in the address or in a header.</summary>
/// <param name="name">As it is written in the address or header.</param>
/// <param name="meaning">What it means, in Italian.</param>
/// <param name="example">A right value.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ApiQueryAttribute(string name, string meaning, string example) : Attribute
{
    /// <summary>As it is written in the address or header.</summary>
    public string Name { get; } = name;

    /// <summary>What it means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>A right value.</summary>
    public string Example { get; } = example;

    /// <summary>The form of its values, as a regular expression; null = any text.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether it is a header, not part of the address.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>What a program sends to a function.</summary>
/// <param name="meaning">What it is, in Italian.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ApiBodyAttribute(string meaning) : Attribute
{
    /// <summary>What it is.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The record that the function reads from JSON; null = <see cref="Schema"/> or a file.</summary>
    public Type? Form { get; init; }

    /// <summary>Name of the form of the JSON (<see cref="ApiSchemas"/>); null = <see cref="Form"/> or a file.</summary>
    public string? Schema { get; init; }

    /// <summary>Which of the record's values must be there.</summary>
    public string[] Required { get; init; } = [];

    /// <summary>Whether a file may come in a form too.</summary>
    public bool IsAlsoForm { get; init; }
}
