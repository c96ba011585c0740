using System.Globalization;
using PianoZona.Contracts;

namespace PianoZona.Web.Parts;

/// <summary>
/// Where the pages of the hub are, from its root. What programs use, and files, are below <c>/api</c>.
/// </summary>
public static class Addresses
{
    /// <summary>Name of the code of the other body whose duty a page is about, in its address.</summary>
    public const string BodyQuery = "ente";

    /// <summary>The place of the outcome in the pages that check a file.</summary>
    /// <summary>Name of how many files were chosen just now, in the address where files are chosen.</summary>
    public const string CheckedQuery = "controllati";

    /// <summary>Where the outcome of what was done stands in a page.</summary>
    public const string Outcome = "esito";

    /// <summary>The first page.</summary>
    public const string Home = "/";

    public const string Dashboard = "/cruscotto";
    public const string Deadlines = "/scadenze";
    public const string Discrepancies = "/scarti";
    public const string Exports = "/prospetti";
    public const string Mail = "/posta";
    public const string Periods = "/periodi";

    public const string RuleList = "/regole";

    /// <summary>The pages of the rules, to which the code is added.</summary>
    public const string Rules = RuleList + "/";

    /// <summary>The list of the flows: what may be sent.</summary>
    public const string Flows = "/flussi";

    public const string Accessibility = "/accessibilita";
    public const string Help = "/aiuto";

    /// <summary>What programs may ask, to be read.</summary>
    public const string ApiReference = "/riferimento-api";

    /// <summary>The same for programs (OpenAPI).</summary>
    public const string ApiDocument = "/api/openapi.json";

    /// <summary>Whether the hub does its work.</summary>
    public const string Status = "/stato";

    public const string OfficeContacts = "/contatti-ufficio";
    public const string Privacy = "/privacy";

    /// <summary>Where files are chosen to be sent.</summary>
    public const string Send = "/invia";

    /// <summary>What was sent.</summary>
    public const string Sent = "/invii";

    /// <summary>What was sent, as a table to download.</summary>
    public const string SentTable = "/invii.csv";

    /// <summary>The service units of a body.</summary>
    public const string Units = "/unita";

    /// <summary>Their places under contract.</summary>
    public const string Contracts = "/unita#contratti";

    /// <summary>The units as a table to download.</summary>
    public const string UnitTable = "/unita.csv";

    /// <summary>Where a file is looked for among what was sent.</summary>
    public const string Verify = "/verifica";

    /// <summary>Where anybody checks a receipt against its file.</summary>
    public const string Match = "/riscontro";

    /// <summary>To whom the hub writes for a body.</summary>
    public const string Contacts = "/contatti";

    /// <summary>Where one of them is taken away.</summary>
    public const string RemoveContact = "/contatti/togli";

    /// <summary>The deadlines of a body, for a calendar.</summary>
    public const string DeadlineCalendar = "/scadenze.ics";

    /// <summary>Where people sign in.</summary>
    public const string SignIn = "/accesso";

    /// <summary>Where they sign out, by POST.</summary>
    public const string SignOut = "/uscita";

    /// <summary>Where they choose the body they act for.</summary>
    public const string ChooseBody = "/scegli-ente";

    /// <summary>The balances and movements of a fund year.</summary>
    public static string Of(FundKey fund) => $"/fondi/{PathOf(fund)}";

    /// <summary>The riparti of a fund year.</summary>
    public static string AllocationsOf(FundKey fund) => $"/riparti/{PathOf(fund)}";

    /// <summary>A riparto.</summary>
    public static string AllocationOf(FundKey fund, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{AllocationsOf(fund)}/{number}");

    public static string ReceiptOf(string receipt) => $"/ricevute/{Uri.EscapeDataString(receipt)}";

    /// <summary>A receipt as a document to keep (PDF/A).</summary>
    public static string ReceiptPaperOf(string receipt) => $"{ReceiptOf(receipt)}/ricevuta.pdf";

    /// <summary>A receipt as a text to keep.</summary>
    public static string ReceiptTextOf(string receipt) => $"{ReceiptOf(receipt)}/ricevuta.txt";

    /// <summary>The file of a receipt, as it was sent.</summary>
    public static string SentFileOf(string receipt) => $"{ReceiptOf(receipt)}/file";

    /// <summary>The sender's sheet back.</summary>
    public static string WorkbookOf(string receipt) => $"/api/esiti/{Uri.EscapeDataString(receipt)}.xlsx";

    /// <summary>A table to download.</summary>
    /// <param name="form"><c>csv</c> or <c>xlsx</c>.</param>
    public static string ExportOf(string export, string form) =>
        $"/api/prospetti/{Uri.EscapeDataString(export)}.{form}";

    /// <summary>Rows of an upload.</summary>
    /// <param name="rows">As <see cref="RowSet"/> writes them: <c>2-9,12</c>.</param>
    public static string RowsOf(string receipt, string rows) => $"{ReceiptOf(receipt)}/righe?righe={rows}";

    /// <summary>What a flow is: its columns, its templates, its rules.</summary>
    public static string FlowOf(string code) => $"{Flows}/{Uri.EscapeDataString(code)}";

    /// <summary>The descriptor of a flow (Table Schema).</summary>
    public static string DescriptorOf(string flow) => $"/api/tracciati/{Uri.EscapeDataString(flow)}";

    /// <summary>The empty template of a flow.</summary>
    /// <param name="form"><c>csv</c> or <c>xlsx</c>.</param>
    public static string TemplateOf(string flow, string form) => $"{DescriptorOf(flow)}/modello.{form}";

    public static string RuleOf(string code) => Rules + Uri.EscapeDataString(code);

    /// <summary>Where staff marks a duty of a body as done.</summary>
    public static string DutyDone(string deadline, string period, string body) =>
        $"{Deadlines}/{Uri.EscapeDataString(deadline)}/{Uri.EscapeDataString(period)}/fatto"
            + $"?ente={Uri.EscapeDataString(body)}";

    /// <summary>Where staff records what happened, from which a deadline counts.</summary>
    public static string DutyEvent(string deadline) => $"{Deadlines}/{Uri.EscapeDataString(deadline)}/evento";

    /// <summary>Where people sign in, to come back to a page.</summary>
    /// <param name="page">From the root of the hub.</param>
    public static string SignInFor(string page) => $"{SignIn}?ritorno={Uri.EscapeDataString(page)}";

    /// <summary>Where they choose the body they act for, to come back to a page.</summary>
    /// <param name="page">From the root of the hub.</param>
    public static string ChooseBodyFor(string page) => $"{ChooseBody}?ritorno={Uri.EscapeDataString(page)}";

    /// <summary>The units of a body as a table to download, for who may read those of others.</summary>
    public static string UnitTableOf(string body) => $"{UnitTable}?ente={Uri.EscapeDataString(body)}";

    /// <summary>The receipts of the file with a hash.</summary>
    public static string VerifyOf(string sha256) => $"{Verify}?impronta={sha256}#{Outcome}";

    /// <summary>Where anybody checks a receipt against its file, with its number.</summary>
    public static string MatchFor(string receipt) => $"{Match}?numero={Uri.EscapeDataString(receipt)}";

    /// <summary>Whether a receipt is of the file with a hash.</summary>
    public static string MatchOf(string receipt, string sha256) =>
        $"{MatchFor(receipt)}&impronta={sha256}#{Outcome}";

    /// <summary>Where a file is chosen for a flow and period.</summary>
    /// <param name="body">Code of the other body whose duty it is; null = of the reader's own.</param>
    public static string SendFor(string? flow, string? period, string? body = null) => flow is null || period is null
        ? Send
        : $"{Send}?flusso={Uri.EscapeDataString(flow)}&periodo={Uri.EscapeDataString(period)}{And(body)}";

    /// <summary>What is added to the address where files are chosen, after several were.</summary>
    /// <param name="files">How many.</param>
    public static string CheckedOf(int files) => $"{CheckedQuery}={files.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Where the table of a flow and period is filled in.</summary>
    /// <inheritdoc cref="SendFor"/>
    public static string FillingOf(string flow, string period, string? body = null) =>
        TableOf(flow, period) + Only(body);

    /// <summary>The same, with what is wrong in what was typed.</summary>
    /// <inheritdoc cref="SendFor"/>
    public static string FillingWithMistakes(string flow, string period, string? body = null) =>
        $"{TableOf(flow, period)}?errori=si{And(body)}";

    /// <summary>The same with so many rows, at one of them.</summary>
    /// <param name="at">From 1.</param>
    /// <inheritdoc cref="SendFor"/>
    public static string FillingWithRows(string flow, string period, int rows, int at, string? body = null) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{TableOf(flow, period)}?righe={rows}{And(body)}#riga-{at}");

    /// <summary>Where it is saved and checked while it is filled in, as data.</summary>
    /// <inheritdoc cref="SendFor"/>
    public static string FillingCheckOf(string flow, string period, string? body = null) =>
        $"{TableOf(flow, period)}/bozza{Only(body)}";

    /// <summary>Where somebody declares that there is nothing to report: always of their own.</summary>
    public static string NothingOf(string flow, string period) => $"{TableOf(flow, period)}/nessun-dato";

    /// <summary>A file before it is sent.</summary>
    public static string DraftOf(string id) => $"{Send}/{id}";

    /// <summary>The file of a sender still to be filled in, with what is known of it.</summary>
    /// <param name="form"><c>csv</c> or <c>xlsx</c>.</param>
    /// <inheritdoc cref="SendFor"/>
    public static string TemplateOf(string flow, string period, string form, string? body = null) =>
        $"/modelli/{Uri.EscapeDataString(flow)}/{Uri.EscapeDataString(period)}/modello.{form}{Only(body)}";

    /// <summary>Its sheet with the problems in it.</summary>
    public static string DraftSheetOf(string id) => $"{DraftOf(id)}/foglio.xlsx";

    /// <summary>Where it is sent, by POST.</summary>
    public static string SendDraft(string id) => $"{DraftOf(id)}/conferma";

    /// <summary>Its bytes, to download.</summary>
    public static string DraftFileOf(string id) => $"{DraftOf(id)}/file";

    /// <summary>Where it is thrown away, by POST.</summary>
    public static string DiscardDraft(string id) => $"{DraftOf(id)}/elimina";

    /// <summary>What became of it, as data.</summary>
    public static string DraftStateOf(string id) => $"/api/bozze/{id}";

    private static string TableOf(string flow, string period) =>
        $"/compila/{Uri.EscapeDataString(flow)}/{Uri.EscapeDataString(period)}";

    private static string And(string? body) =>
        body is null ? string.Empty : $"&{BodyQuery}={Uri.EscapeDataString(body)}";

    private static string Only(string? body) =>
        body is null ? string.Empty : $"?{BodyQuery}={Uri.EscapeDataString(body)}";

    private static string PathOf(FundKey fund) =>
        string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(fund.Fund)}/{fund.Year}");
}
