using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts;
using PianoZona.Functions.Identity;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers;

/// <summary>The forms of the hub's answers.</summary>
internal static class Answer
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new CamelCaseNamingStrategy() },
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
        Formatting = Formatting.Indented,
    };

    /// <summary>What became of a step.</summary>
    /// <param name="reply">What became of it.</param>
    /// <param name="describe">What is shown of the thing when it is done.</param>
    /// <param name="what">What there is none of, when it is not found.</param>
    public static ContentResult To<T>(Reply<T> reply, Func<T, object> describe, string what) => reply switch
    {
        Reply<T>.Done done => Json(describe(done.Value)),
        Reply<T>.Refused refused => Mistaken(refused.Mistakes),
        Reply<T>.ConflictsOn conflict => Conflict(conflict.Reason),
        _ => NotFound(what),
    };

    /// <summary>JSON, in camel case.</summary>
    public static ContentResult Json(object value, int status = 200) =>
        JsonText(JsonConvert.SerializeObject(value, Settings), status);

    /// <summary>JSON that is written already.</summary>
    public static ContentResult JsonText(string json, int status = 200) =>
        new() { Content = json, ContentType = "application/json; charset=utf-8", StatusCode = status };

    public static async Task<IActionResult> PageAsync(PageView view) => new ContentResult
    {
        Content = await PageRenderer.RenderAsync(view), ContentType = "text/html; charset=utf-8", StatusCode = 200,
    };

    /// <summary>Whether the caller is a browser, which wants a page and not data.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>A page for a browser, data for whoever else.</summary>
    public static async Task<IActionResult> PageOrJsonAsync(
        HttpRequest request,
        Func<PageView> page,
        Func<object> data
    ) => WantsPage(request) ? await PageAsync(page()) : Json(data());

    /// <summary>What was sent has a mistake.</summary>
    public static ContentResult Mistaken(string mistake) => Json(new { errore = mistake }, 400);

    /// <summary>What was sent can be read, and has mistakes in the places named.</summary>
    public static ContentResult Mistaken(IEnumerable<Mistake> mistakes) => Json(
        new
        {
            errore = "Ci sono errori: correggerli e inviare di nuovo.",
            errori = mistakes.Select(mistake => new { dove = mistake.Path, messaggio = mistake.Message }),
        },
        422);

    /// <summary>Nobody known signed in.</summary>
    public static ContentResult SignIn() =>
        Json(new { errore = "Accesso richiesto: entrare con il proprio account dell'ente." }, 401);

    /// <summary>A body is to be chosen first, among those of the person.</summary>
    public static IActionResult ChooseBody(HttpRequest request) => WantsPage(request)
        ? new SeeOther($"{Addresses.ChooseBody}?{ReturnAddress.Name}={Uri.EscapeDataString(ReturnAddress.ThisOne(request))}")
        : Json(
            new
            {
                errore = "Il tuo account agisce per più enti, oppure non per quello indicato: "
                    + $"scrivi il codice dell'ente nell'intestazione {CallerReader.BodyHeader}.",
            },
            403);

    /// <summary>A page of another site made a browser send it.</summary>
    public static ContentResult FromElsewhere() =>
        Json(new { errore = "La richiesta viene da un altro sito: aprire la pagina del punto di raccolta e ripetere." }, 403);

    /// <summary>The caller's role does not allow it.</summary>
    public static ContentResult NotAllowed() =>
        Json(new { errore = "Il ruolo con cui si è entrati non consente di vedere questa pagina." }, 403);

    /// <summary>There is nothing of that name, or nothing the caller may see: the answer does not tell which.</summary>
    public static ContentResult NotFound(string what) => Json(new { errore = $"Non trovato: {what}." }, 404);

    /// <summary>The Ambito has no such fund, or the year is none.</summary>
    public static ContentResult NoFundYear() => NotFound("il fondo o l'annualità");

    /// <summary>It cannot be done as things stand.</summary>
    public static ContentResult Conflict(string reason) => Json(new { errore = reason }, 409);
}
