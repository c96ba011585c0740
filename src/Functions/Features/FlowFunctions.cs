using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Features;

/// <summary>What flows and rules say: descriptions, templates, pages of codes.</summary>
public sealed class FlowFunctions(TrialReporter trials)
{
    /// <summary><c>GET /flussi</c>: the page of what may be sent.</summary>
    [Function("FlowListPage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult ListPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "flussi")] HttpRequest request) =>
        Answer.Page(FlowPages.List());

    /// <summary><c>GET /flussi/{flusso}</c>: the page of a flow: columns, templates, rules.</summary>
    /// <remarks>Answers 200 with the page, 404 when there is no such flow.</remarks>
    [Function("FlowPage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Page(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "flussi/{flusso}")] HttpRequest request,
        string flusso) =>
        FlowCatalogue.Find(flusso) is { } flow
            ? Answer.Page(FlowPages.Of(flow))
            : Answer.NotFound("il flusso richiesto");

    /// <summary><c>GET /api/tracciati/{flusso}</c>: the Table Schema descriptor of a flow.</summary>
    /// <remarks>Answers 200 with the descriptor, 404 when there is no such flow.</remarks>
    [Function("FlowEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Flussi e regole", "Legge la descrizione di un flusso", Refusals = [404])]
    [ApiAnswer(200, "Il Table Schema", Schema = ApiSchemas.Descriptor)]
    public static IActionResult Describe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/tracciati/{flusso}")]
            HttpRequest request,
        string flusso
    ) => FlowFiles.Descriptor(flusso);

    /// <summary><c>GET /api/tracciati/{flusso}/modello.csv</c>: the empty template of a flow.</summary>
    /// <remarks>Answers 200 with the template, 404 when there is no such flow.</remarks>
    [Function("TemplateEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Flussi e regole", "Scarica il modello CSV di un flusso", Refusals = [404])]
    [ApiAnswer(200, "Il modello: i nomi e una riga di esempio", MediaTypes = [ApiAnswerAttribute.Csv])]
    public static IActionResult Template(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/tracciati/{flusso}/modello.csv")]
            HttpRequest request,
        string flusso
    ) => FlowFiles.Template(flusso);

    /// <summary>
    /// <c>GET /api/tracciati/{flusso}/modello.xlsx</c>: the empty workbook of a flow, with lists to choose from and
    /// instructions.
    /// </summary>
    /// <remarks>Answers 200 with the workbook, 404 when there is no such flow.</remarks>
    [Function("TemplateWorkbookEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Flussi e regole", "Scarica il modello Excel di un flusso", Refusals = [404])]
    [ApiAnswer(200, "Il modello, con gli elenchi e le istruzioni", MediaTypes = [ReceiptForms.WorkbookType])]
    public static IActionResult TemplateWorkbook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/tracciati/{flusso}/modello.xlsx")]
            HttpRequest request,
        string flusso
    ) => FlowFiles.Workbook(flusso);

    /// <summary><c>GET /api/regole/{codice}</c>: the page of a rule, to which receipts refer.</summary>
    /// <remarks>Answers 200 with the page, 404 when there is no such rule.</remarks>
    [Function("RuleEndpoint")]
    [OpenTo(Audience.Anybody)]
    [ApiOperation("Flussi e regole", "Legge la pagina di una regola", Refusals = [404])]
    [ApiAnswer(200, "La pagina", MediaTypes = [ApiAnswerAttribute.Html])]
    public static IActionResult Rule(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/regole/{codice}")] HttpRequest request,
        string codice) =>
        RuleCatalogue.Find(codice) is { } rule
            ? Answer.Page(RulePages.Of(rule))
            : Answer.NotFound("la regola richiesta");

    /// <summary>
    /// <c>GET /regole?cerca=…&amp;gruppo=…</c>: the page of the rules, as <see cref="RulesAsked"/> says.
    /// </summary>
    [Function("RuleListPage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult RuleListPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "regole")] HttpRequest request) =>
        Answer.Page(RulePages.List(RulesAsked.In(request)));

    /// <summary><c>GET /regole/{codice}</c>: the page of a rule.</summary>
    [Function("RulePage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult RulePage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "regole/{codice}")] HttpRequest request,
        string codice) =>
        Rule(request, codice);

    /// <summary>
    /// <c>GET /api/regole/{codice}/prova</c>: who would fail if a rule on trial held. For the Ufficio di Piano.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the uploads, 401 without a sign-in, 403 to who is no staff, 404 when no such rule is on trial.
    /// </remarks>
    [Function("TrialEndpoint")]
    [OpenTo(Audience.Staff)]
    [ApiOperation("Flussi e regole", "Elenca gli invii che una regola in prova fermerebbe", Refusals = [404])]
    [ApiAnswer(200, "Gli invii", Schema = ApiSchemas.Trial)]
    public async Task<IActionResult> TrialAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/regole/{codice}/prova")]
            HttpRequest request,
        string codice,
        CancellationToken cancellationToken)
    {
        if (RuleCatalogue.Find(codice) is not { Trial: true } rule)
        {
            return Answer.NotFound("una regola in prova con questo codice");
        }

        IReadOnlyList<TrialFailure> all = await trials.ReportAsync(request.Caller().Ambito, cancellationToken);
        TrialFailure[] failures = [.. all.Where(failure => failure.Rule.Code == rule.Code)];
        return Answer.PageOrJson(
            request, () => TrialJson.PageOf(rule, failures), () => TrialJson.Of(rule, failures));
    }

    /// <summary><c>GET /regole/{codice}/prova</c>: the page of a rule on trial.</summary>
    [Function("TrialPage")]
    [OpenTo(Audience.Staff)]
    public Task<IActionResult> TrialPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "regole/{codice}/prova")] HttpRequest request,
        string codice,
        CancellationToken cancellationToken) =>
        TrialAsync(request, codice, cancellationToken);
}
