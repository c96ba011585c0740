using System.Text.RegularExpressions;
using PianoZona.Configuration.Json;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Configuration;

/// <summary>
/// The forms of the texts in ambito.json, and its words. The published schema states the same, and a test compares
/// them.
/// </summary>
internal static partial class AmbitoForms
{
    /// <summary>Code of an Ambito or of a group.</summary>
    public static TextForm Code { get; } = new(CodePattern(),
        "un codice di lettere minuscole, cifre e trattini (da 2 a 40), per esempio \"oglio-po\"");

    public static TextForm ComuneCode { get; } = new(ComuneCodePattern(),
        "il codice ISTAT di 6 cifre, fra virgolette e con lo zero iniziale, per esempio \"019021\"");

    /// <summary>Code of any other sender.</summary>
    public static TextForm BodyCode { get; } = new(BodyCodePattern(),
        "un codice che comincia con \"ente-\", in lettere minuscole, cifre e trattini, per esempio \"ente-concass\"");

    /// <summary>Code of any sender, where either kind may stand.</summary>
    public static TextForm SenderCode { get; } =
        new(SenderCodePattern(), "il codice di un mittente: 6 cifre per un Comune, altrimenti \"ente-…\"");

    /// <summary>What a sender uploads for.</summary>
    public static TextForm Scope { get; } =
        new(ScopePattern(), "il codice di un gruppo, il codice ISTAT di un Comune oppure \"*\"");

    public static TextForm FundCode { get; } = new(FundCodePattern(),
        "un codice di lettere maiuscole, cifre, punti e trattini (al massimo 40), per esempio \"PNRR-1.1.1\"");

    /// <summary>Mail address.</summary>
    public static TextForm Mail { get; } =
        new(MailPattern(), "un indirizzo di posta elettronica, per esempio \"servizi.sociali@comune.esempio.it\"");

    /// <summary>Time of the day.</summary>
    public static TextForm Time { get; } =
        new(TimePattern(), "un'ora nella forma HH:MM fra 06:30 e 17:30, per esempio \"08:30\"");

    /// <summary>Day of every year. 29 February is none.</summary>
    public static TextForm MonthDay { get; } =
        new(MonthDayPattern(), "un giorno che esiste ogni anno nella forma MM-GG, per esempio \"06-30\"");

    /// <summary>Area of spending.</summary>
    public static TextForm Area { get; } =
        new(
            new Regex(
                $@"\A({string.Join('|', SpesaSociale.Aree)})\z",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)),
            $"una fra le aree {string.Join(", ", SpesaSociale.Aree)}");

    /// <summary>Words for kinds of sender.</summary>
    public static IReadOnlyDictionary<string, SenderKind> Kinds { get; } =
        new Dictionary<string, SenderKind>(StringComparer.Ordinal)
        {
            ["comune"] = SenderKind.Comune,
            ["agency"] = SenderKind.Agency,
            ["provider"] = SenderKind.Provider,
            ["planOffice"] = SenderKind.PlanOffice,
        };

    /// <summary>Whose figures of a body count.</summary>
    public static IReadOnlyDictionary<string, FactSource> Sources { get; } =
        new Dictionary<string, FactSource>(StringComparer.Ordinal)
        {
            ["body"] = FactSource.Body,
            ["agency"] = FactSource.Agency,
            ["shared"] = FactSource.Shared,
        };

    /// <summary>Who owes a quota: each Comune of a group, or the body that the group is for all of them.</summary>
    public static IReadOnlyDictionary<string, bool> Charged { get; } =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["members"] = false, ["body"] = true };

    /// <summary>Words for where the money of a fund comes from.</summary>
    public static IReadOnlyDictionary<string, FundLevel> Levels { get; } =
        new Dictionary<string, FundLevel>(StringComparer.Ordinal)
        {
            ["STATO"] = FundLevel.Stato,
            ["REGIONE"] = FundLevel.Regione,
            ["UE"] = FundLevel.Ue,
            ["COMUNI"] = FundLevel.Comuni,
            ["PRIVATI"] = FundLevel.Privati,
        };

    /// <summary>Words for the receipts that a contact wants by mail.</summary>
    public static IReadOnlyDictionary<string, ReceiptMail> Receipts { get; } =
        new Dictionary<string, ReceiptMail>(StringComparer.Ordinal)
        {
            ["refused"] = ReceiptMail.Refused,
            ["always"] = ReceiptMail.Always,
            ["never"] = ReceiptMail.Never,
        };

    /// <summary>Codes of flows.</summary>
    public static IReadOnlyList<string> Flows { get; } = [.. FlowCatalogue.All.Select(flow => flow.Code)];

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{1,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\A[0-9]{6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComuneCodePattern();

    [GeneratedRegex(@"\Aente-[a-z0-9-]{1,34}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BodyCodePattern();

    [GeneratedRegex(@"\A([0-9]{6}|ente-[a-z0-9-]{1,34})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SenderCodePattern();

    [GeneratedRegex(@"\A(\*|[a-z0-9][a-z0-9-]{1,39})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScopePattern();

    [GeneratedRegex(@"\A[A-Z0-9][A-Z0-9.-]{0,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FundCodePattern();

    [GeneratedRegex(
        @"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex MailPattern();

    [GeneratedRegex(
        @"\A(06:[3-5][0-9]|0[7-9]:[0-5][0-9]|1[0-6]:[0-5][0-9]|17:([0-2][0-9]|30))\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex TimePattern();

    [GeneratedRegex(
        @"\A((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex MonthDayPattern();
}
