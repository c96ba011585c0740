using System.Globalization;
using Microsoft.OpenApi;
using PianoZona.Functions.OpenApi;
using PianoZona.Web.Reference;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The page of what programs may ask, from the document that they read.</summary>
internal static class ApiPages
{
    /// <summary>The page.</summary>
    public static ApiReferenceView Reference()
    {
        OpenApiDocument document = OpenApiDocument.Parse(ApiDocument.Json, "json").Document!;
        return new ApiReferenceView(
            document.Info.Description!,
            document.Components!.SecuritySchemes!.Values.Single().Description!,
            [
                .. ApiWords.Groups.Select(group => new ApiGroup(
                    group,
                    [
                        .. document.Paths.SelectMany(path => path.Value.Operations!
                            .Where(one => one.Value.Tags!.Single().Name == group)
                            .Select(one => OperationOf(path.Key, one.Key, one.Value))),
                    ])),
            ],
            [
                .. document.Components.Schemas!.OrderBy(form => form.Key, StringComparer.Ordinal)
                    .Select(form => new ApiForm(form.Key, form.Value.Description, TextOf(form.Value))),
            ]);
    }

    private static ApiOperation OperationOf(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.OperationId!, method.Method, path, operation.Summary!, operation.Description!,
        [.. (operation.Parameters ?? []).Select(ParameterOf)],
        operation.RequestBody is { } body ? ContentOf(body.Description, body.Content) : null,
        [
            .. operation.Responses!.Select(
                one => new ApiAnswer(one.Key, ContentOf(one.Value.Description, one.Value.Content))),
        ]);

    private static ApiParameter ParameterOf(IOpenApiParameter one) => new(
        one.Name!, PlaceOf(one.In), one.Required, one.Description, FormOf(one.Schema), one.Example?.ToString());

    private static string PlaceOf(ParameterLocation? place) => place switch
    {
        ParameterLocation.Path => "nel percorso",
        ParameterLocation.Header => "in un'intestazione",
        _ => "dopo ?",
    };

    private static string? FormOf(IOpenApiSchema? schema) => schema switch
    {
        { Enum: { Count: > 0 } words } => string.Join(", ", words.Select(word => word.ToString())),
        { Type: JsonSchemaType.Integer } => "numero intero",
        _ => schema?.Pattern,
    };

    private static ApiContent ContentOf(string? meaning, IDictionary<string, IOpenApiMediaType>? content) => new(
        meaning,
        content is null ? "niente" : string.Join(", ", content.Keys),
        content?.Values.Select(one => one.Schema).OfType<OpenApiSchemaReference>().FirstOrDefault()?.Reference.Id);

    private static string TextOf(IOpenApiSchema schema)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        schema.SerializeAsV31(new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
