using System.Globalization;
using Microsoft.OpenApi;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.OpenApi;

/// <summary>
/// What programs may ask of the hub (OpenAPI 3.1), made of the functions that there are, what they declare and what
/// they say of themselves.
/// </summary>
internal static class ApiDocument
{
    private const string SignedIn = "accesso";
    private const string BodyHeader = "ente";

    private static readonly Lazy<string> Text = new(Write);

    /// <summary>The document, as JSON.</summary>
    public static string Json => Text.Value;

    /// <summary>The document.</summary>
    /// <exception cref="InvalidOperationException">A function is not described.</exception>
    public static OpenApiDocument Create()
    {
        OpenApiDocument document = new()
        {
            Info = new OpenApiInfo { Title = "PianoZona", Version = "1", Description = About },
            Servers = [new OpenApiServer { Url = "/" }],
            Components = new OpenApiComponents
            {
                Schemas = ApiSchemas.All(),
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    [SignedIn] = SignIn,
                },
                Parameters = new Dictionary<string, IOpenApiParameter>(StringComparer.Ordinal) { [BodyHeader] = Body },
            },
            Tags = ApiWords.Groups.Select(group => new OpenApiTag { Name = group }).ToHashSet(),
            Paths = [],
        };
        foreach (var path in ApiFunction.All.GroupBy(one => one.Path, StringComparer.Ordinal))
        {
            OpenApiPathItem item = new();
            foreach (ApiFunction function in path)
            {
                item.AddOperation(new HttpMethod(function.Method), OperationOf(function, document));
            }

            document.Paths.Add(path.Key, item);
        }

        return document;
    }

    private const string About = "Gli indirizzi per i programmi: inviare file e leggerne gli esiti, scadenze, conti, "
        + "riparti. Gli importi sono testi con il punto e due decimali; ciò che non è noto è null, che non è zero. "
        + "Gli stessi indirizzi danno una pagina a un browser che la chiede (text/html).";

    private static OpenApiSecurityScheme SignIn => new()
    {
        Type = SecuritySchemeType.Http,
        Scheme = "bearer",
        BearerFormat = "JWT",
        Description = "Il token di Entra ID dell'account abilitato dall'Ufficio di Piano. Lo controlla la piattaforma "
            + "prima che la richiesta arrivi al servizio.",
    };

    private static OpenApiParameter Body => new()
    {
        Name = CallerReader.BodyHeader,
        In = ParameterLocation.Header,
        Description = "Codice dell'ente per cui si agisce: serve a chi agisce per più enti.",
        Schema = Shape.Text,
        Example = "018030",
    };

    private static OpenApiOperation OperationOf(ApiFunction function, OpenApiDocument document)
    {
        ApiOperationAttribute said = function.Operation;
        bool isOpen = function.Audience is Audience.Anybody;
        OpenApiOperation operation = new()
        {
            OperationId = function.Name,
            Summary = said.Summary,
            Description = string.Join(' ', new[] { said.Description, ApiWords.Of(function.Audience) }.OfType<string>()),
            Tags = new HashSet<OpenApiTagReference> { new(said.Group, document) },
            Parameters = [.. ParametersOf(function)],
            RequestBody = function.Body is { } body ? BodyOf(body, document) : null,
            Responses = [],
            Security = isOpen ? [] : [new() { [new OpenApiSecuritySchemeReference(SignedIn, document)] = [] }],
        };
        if (!isOpen)
        {
            operation.Parameters.Add(new OpenApiParameterReference(BodyHeader, document));
        }

        foreach (ApiAnswerAttribute answer in function.Answers.OrderBy(one => one.Status))
        {
            operation.Responses.Add(TextOf(answer.Status), ResponseOf(answer, document));
        }

        int[] refusals = [.. said.Refusals, .. isOpen ? (int[])[] : [401, 403], 500];
        foreach (int status in refusals.Distinct().Order())
        {
            // A state may itself be what is asked: what is described as an answer is no refusal.
            operation.Responses.TryAdd(TextOf(status), RefusalOf(status, document));
        }

        return operation;
    }

    private static IEnumerable<IOpenApiParameter> ParametersOf(ApiFunction function) =>
        function.Names.Select(name => (IOpenApiParameter)ApiParameters.Of(function.Subject, name))
            .Concat(function.Queries.OrderBy(one => one.Name, StringComparer.Ordinal).Select(QueryOf));

    private static OpenApiParameter QueryOf(ApiQueryAttribute query) => new()
    {
        Name = query.Name,
        In = query.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Required = query.IsRequired,
        Description = query.Meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = query.Pattern },
        Example = query.Example,
    };

    private static OpenApiRequestBody BodyOf(ApiBodyAttribute body, OpenApiDocument document) => new()
    {
        Description = body.Meaning,
        Required = true,
        Content = body switch
        {
            { Form: { } form } => Content(ApiAnswerAttribute.Json, Shape.Of(form, body.Required)),
            { Schema: { } name } => Content(ApiAnswerAttribute.Json, new OpenApiSchemaReference(name, document)),
            { IsAlsoForm: true } => Content(
                (ApiAnswerAttribute.Bytes, Shape.File),
                ("multipart/form-data", Shape.Of(("file", Shape.File)))),
            _ => Content(ApiAnswerAttribute.Bytes, Shape.File),
        },
    };

    private static OpenApiResponse ResponseOf(ApiAnswerAttribute answer, OpenApiDocument document)
    {
        Dictionary<string, IOpenApiMediaType> content = answer.Schema is { } name
            ? Content(ApiAnswerAttribute.Json, new OpenApiSchemaReference(name, document))
            : new(StringComparer.Ordinal);
        foreach (string type in answer.MediaTypes)
        {
            content[type] = new OpenApiMediaType
            {
                Schema = type.StartsWith("text/", StringComparison.Ordinal) ? Shape.Text : Shape.File,
            };
        }

        return new OpenApiResponse { Description = answer.Meaning, Content = content.Count > 0 ? content : null };
    }

    private static OpenApiResponse RefusalOf(int status, OpenApiDocument document) => new()
    {
        Description = ApiWords.OfRefusal(status),
        Content = Content("application/problem+json", new OpenApiSchemaReference(ApiSchemas.Problem, document)),
    };

    private static Dictionary<string, IOpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        Content((type, schema));

    private static Dictionary<string, IOpenApiMediaType> Content(
        params IEnumerable<(string Type, IOpenApiSchema Schema)> forms) => forms.ToDictionary(
        one => one.Type,
        IOpenApiMediaType (one) => new OpenApiMediaType { Schema = one.Schema },
        StringComparer.Ordinal);

    private static string TextOf(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static string Write()
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Create().SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
