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
    public static IActionResult To<T>(Reply<T> reply, Func<T, object> describe, string what) => reply switch
    {
        Reply<T>.Done done => Json(describe(done.Value)),
        Reply<T>.Refused refused => Mistaken(refused.Mistakes),
        Reply<T>.ConflictsOn conflict => Conflict(conflict.Reason),
        _ => NotFound(what),
    };

    /// <summary>What became of a step that a form asked for: a page to look at next.</summary>
    /// <param name="reply">What became of it.</param>
    /// <param name="next">Address of the page when it is done.</param>
    /// <param name="what">What there is none of, when it is not found.</param>
    public static IActionResult Done<T>(Reply<T> reply, string next, string what)
        where T : notnull => reply is Reply<T>.Done ? new SeeOther(next) : To(reply, done => done, what);

    /// <summary>JSON, in camel case.</summary>
    public static ContentResult Json(object value, int status = 200) =>
        JsonText(Text(value), status);

    /// <summary>The text of an answer in JSON, in camel case.</summary>
    public static string Text(object value) => JsonConvert.SerializeObject(value, Settings);

    /// <summary>JSON that is written already.</summary>
    public static ContentResult JsonText(string json, int status = 200) =>
        new() { Content = json, ContentType = "application/json; charset=utf-8", StatusCode = status };

    /// <summary>A page, in the frame of who reads it.</summary>
    public static IActionResult Page(PageView view, int status = 200) => new PageAnswer(view, status);

    /// <summary>
    /// Whether a page is wanted and not data: at an address of pages always, below <c>/api</c> by a browser.
    /// </summary>
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || AsksForPage(request);

    /// <summary>Whether the caller is a browser, which says that it takes HTML.</summary>
    public static bool AsksForPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>A page for a browser, data for whoever else.</summary>
    public static IActionResult PageOrJson(HttpRequest request, Func<PageView> page, Func<object> data) =>
        WantsPage(request) ? Page(page()) : Json(data());

    /// <summary>What was sent has a mistake.</summary>
    public static IActionResult Mistaken(string mistake) => Problem(StatusCodes.Status400BadRequest, mistake);

    /// <summary>What was sent can be read, and has mistakes in the places named.</summary>
    public static IActionResult Mistaken(IEnumerable<Mistake> mistakes) =>
        new ProblemAnswer(
            StatusCodes.Status422UnprocessableEntity, "Ci sono errori: correggerli e inviare di nuovo.")
        {
            Mistakes = [.. mistakes],
        };

    /// <summary>Nobody known signed in.</summary>
    public static IActionResult SignIn() =>
        Problem(StatusCodes.Status401Unauthorized, "Accedi con l'account del tuo ente.");

    /// <summary>A body is to be chosen first, among those of the person.</summary>
    public static IActionResult ChooseBody(HttpRequest request) => AsksForPage(request)
        ? new SeeOther(Addresses.ChooseBodyFor(ReturnAddress.ThisOne(request)))
        : Problem(
            StatusCodes.Status403Forbidden,
            "Il tuo account agisce per più enti, o non per quello indicato: scrivi il codice dell'ente "
            + $"nell'intestazione {CallerReader.BodyHeader}.");

    /// <summary>A page of another site made a browser send it.</summary>
    public static IActionResult FromElsewhere() => Problem(
        StatusCodes.Status403Forbidden,
        "La richiesta viene da un altro sito: apri la pagina del punto di raccolta e ripeti da lì.");

    /// <summary>The caller's role does not allow it.</summary>
    public static IActionResult NotAllowed() =>
        Problem(StatusCodes.Status403Forbidden, "È riservata a un ruolo diverso dal tuo.");

    /// <summary>There is nothing of that name, or nothing the caller may see: the answer does not tell which.</summary>
    public static IActionResult NotFound(string what) =>
        Problem(StatusCodes.Status404NotFound, $"Non trovato: {what}.");

    /// <summary>The Ambito has no such fund, or the year is none.</summary>
    public static IActionResult NoFundYear() => NotFound("il fondo o l'annualità");

    /// <summary>It cannot be done as things stand.</summary>
    public static IActionResult Conflict(string reason) => Problem(StatusCodes.Status409Conflict, reason);

    /// <summary>It cannot be done.</summary>
    /// <param name="status">Status of HTTP.</param>
    /// <param name="error">Why, in Italian.</param>
    public static IActionResult Problem(int status, string error) => new ProblemAnswer(status, error);
}
