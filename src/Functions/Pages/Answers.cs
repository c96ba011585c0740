using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;
using PianoZona.Web.Layout;

namespace PianoZona.Functions.Pages;

/// <summary>The forms of the hub's answers.</summary>
internal static class Answers
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy() },
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
        Formatting = Formatting.Indented,
    };

    /// <summary>JSON, in camel case.</summary>
    public static ContentResult Json(object value, int status = 200) => JsonText(JsonConvert.SerializeObject(value, Settings), status);

    /// <summary>JSON that is written already.</summary>
    public static ContentResult JsonText(string json, int status = 200) =>
        new() { Content = json, ContentType = "application/json; charset=utf-8", StatusCode = status };

    /// <summary>A page.</summary>
    public static async Task<IActionResult> PageAsync(PageView view) => new ContentResult
    {
        Content = await PageRenderer.RenderAsync(view), ContentType = "text/html; charset=utf-8", StatusCode = 200,
    };

    /// <summary>Whether the caller is a browser, which wants a page and not data.</summary>
    public static bool WantsPage(HttpRequest request) => request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>Nobody known signed in.</summary>
    public static ContentResult SignIn() => Json(new { errore = "Accesso richiesto: entrare con il proprio account dell'ente." }, 401);

    /// <summary>The caller's role does not allow it.</summary>
    public static ContentResult NotAllowed() => Json(new { errore = "Il ruolo con cui si è entrati non consente di vedere questa pagina." }, 403);

    /// <summary>There is nothing of that name, or nothing the caller may see: the answer does not tell which.</summary>
    public static ContentResult NotFound(string what) => Json(new { errore = $"Non trovato: {what}." }, 404);

    /// <summary>It cannot be done as things stand.</summary>
    public static ContentResult Conflict(string reason) => Json(new { errore = reason }, 409);
}
