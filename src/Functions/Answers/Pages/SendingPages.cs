using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Validation.Persons;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The pages of sending a file.</summary>
internal static class SendingPages
{
    private const string NoRows = "PZ1014";

    /// <summary>Where files are chosen.</summary>
    /// <param name="flow">Code of the flow that is asked for; null = the file tells.</param>
    /// <param name="period">The period of that flow; null = the file tells.</param>
    /// <param name="party">Who sends, and for whom.</param>
    /// <param name="drafts">What waits to be sent.</param>
    /// <param name="mostBytes">How large a file may be.</param>
    public static SendView Choose(
        string? flow, string? period, SendingParty party, IEnumerable<DraftLine> drafts, long mostBytes) =>
        new(
            flow is not null && period is not null ? SharedWords.AboutOf(flow, period, party.For) : null, flow, period,
            [.. drafts.Select(draft => CardOf(draft, party))],
            MegabytesOf(mostBytes))
        {
            For = NamedOf(party.For),
            Fill = FillingPages.AddressOf(flow, period, party.For?.Code),
            Template = flow is not null && period is not null
                ? Addresses.TemplateOf(flow, period, "xlsx", party.For?.Code) : null,
        };

    /// <summary>How large a file may be, in MB.</summary>
    public static int MegabytesOf(long bytes) => (int)(bytes >> 20);

    /// <summary>Whether nothing but rows is missing in a file: it may be meant to say that there is nothing.</summary>
    public static bool LacksRows(DraftState draft) =>
        draft.Check?.Found.Problems.Any(problem => problem.Code == NoRows) == true;

    /// <summary>What was found in the files that were chosen last, in a sentence.</summary>
    /// <param name="drafts">What waits to be sent, the latest first.</param>
    /// <param name="count">How many were chosen, as the address says it.</param>
    /// <returns>Null when no several were, or they are not there any more.</returns>
    public static string? CheckedOf(IReadOnlyList<DraftLine> drafts, string? count)
    {
        int files = CountOf(drafts, count);
        if (files == 0)
        {
            return null;
        }

        string[] found =
        [
            .. drafts.Where(draft => draft.Facts.Sequence is null).Take(files)
                .GroupBy(WordOf).OrderBy(group => group.Key.Order)
                .Select(group => $"{Italian.Number(group.Count())} "
                    + (group.Count() == 1 ? group.Key.One : group.Key.Many)),
        ];
        return $"{Italian.Number(files)} file controllati: {string.Join(", ", found)}.";
    }

    /// <summary>How many of the latest drafts were chosen together just now; 0 = no several were.</summary>
    /// <inheritdoc cref="CheckedOf"/>
    public static int CountOf(IReadOnlyList<DraftLine> drafts, string? count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int files)
        && files >= 2 && files <= drafts.Count(draft => draft.Facts.Sequence is null)
            ? files : 0;

    private static (int Order, string One, string Many) WordOf(DraftLine draft) => draft switch
    {
        { Found: Outcome.Quarantined } => (3, "bloccato", "bloccati"),
        { Found: Outcome.Refused } => (2, "da correggere", "da correggere"),
        { IsSame: true } => (1, "uguale a ciò che è già inviato", "uguali a ciò che è già inviato"),
        { Found: not null } => (0, "pronto", "pronti"),
        _ => (4, "di cui scegliere flusso e periodo", "di cui scegliere flusso e periodo"),
    };

    /// <summary>The same where the table has more rows than a page takes.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="isInForce">Whether they are in force.</param>
    public static SendView WithoutFilling(SendView view, int rows, bool isInForce, SendingParty party) => view with
    {
        Fill = null,
        NoFill = TooLongPages.WordsOf(rows, isInForce, party.For),
    };

    /// <summary>The same of what another body owes, with what is in force in the place of the file.</summary>
    public static SendView WithOthers(SendView view, SharedPlace place, string flow) => view with
    {
        Notes = SharedWords.NotesOf(place, flow),
        InForce = place.InForce?.ReceiptId,
        NoData = SharedWords.NoDataOf(place.For, place.MayDeclareItself),
    };

    /// <summary>A body as pages name it; null for none.</summary>
    public static NamedBody? NamedOf(Sender? body) => body is null ? null : new NamedBody(body.Name, body.Code);

    /// <summary>The other body that a draft was begun for, while its sender may send for it; null = for none.</summary>
    public static Sender? BegunFor(DraftFacts facts, Ambito ambito, Sender sender) =>
        SendingBodies.Other(ambito, sender, facts.Flow, facts.Body);

    /// <summary>A file that is no longer what was confirmed, with why.</summary>
    public static PageView Changed(DraftState draft, Caller caller, string reason) =>
        Of(draft, caller) is DraftView view
            ? view with { Notes = [$"Non è stato inviato nulla: {reason}.", .. view.Notes] }
            : Of(draft, caller);

    /// <summary>A file that leaves out bodies, and was sent without the tick that says so.</summary>
    public static PageView Unticked(DraftState draft, Caller caller) =>
        Of(draft, caller) is DraftView view
            ? view with { LeftOut = LeftOutWords.Unticked(view.LeftOut) } : Of(draft, caller);

    /// <summary>A file before it is sent, or while it is taken in.</summary>
    public static PageView Of(DraftState draft, Caller caller, params FieldMistake[] mistakes) =>
        draft.Receipt is { } receipt
            ? new WaitingView(draft.Key.Id, draft.Facts.FileName, receipt.Text)
            : new DraftView(
                draft.Key.Id, AboutOf(draft.Facts, caller.Ambito, caller.Sender), draft.Facts.FileName,
                StateOf(draft.Check), SummaryOf(draft.Check),
                FactsOf(draft, caller), ChoiceOf(draft.Facts, mistakes), ProblemsOf(draft),
                ChangesOf(draft.Check), SendOf(draft.Check))
            {
                Version = draft.Version,
                SameAs = draft.Check is { IsSame: true } same ? same.Replaces : null,
                Replaces = draft.Check is { MaySend: true } other ? other.Replaces : null,
                Told = draft.Check?.ToldMark,
                Notes =
                [
                    .. NameNotesOf(draft.Facts.FileName),
                    .. PeriodNotesOf(draft),
                    .. SharedWords.NotesOf(
                        draft, caller.Ambito, BegunFor(draft.Facts, caller.Ambito, caller.Sender)),
                ],
                More = MoreOf(draft.Check, caller.Ambito),
                Body = BegunFor(draft.Facts, caller.Ambito, caller.Sender)?.Code,
                MadeOn = FillingPages.OriginOf(draft, caller),
                Other = OtherOf(draft),
                LeftOut = LeftOutWords.Of(
                    draft, caller.Ambito, BegunFor(draft.Facts, caller.Ambito, caller.Sender),
                    FillingPages.OriginOf(draft, caller)),
                IsStoppedWhateverItIs = draft.Check is { KeepsNoBytes: true }
                    or { Found: { Flow: "" } or { Period: "" } },
            };

    private static string[] NameNotesOf(string fileName) => GivenName.IsRemoved(fileName)
        ?
        [
            "Il nome del file conteneva un codice fiscale, un IBAN, un telefono o un indirizzo di posta: non è stato "
                + $"conservato. Qui e nella ricevuta il file si chiama «{fileName}».",
        ]
        : [];

    // «Per il 2019 non ti è chiesto nulla: la raccolta aperta è 2025.»
    private static string[] PeriodNotesOf(DraftState draft) => draft switch
    {
        { Asked.Unverified: { } day, Facts.Period: { } period, Check: not { IsSame: true } } =>
        [
            $"Per {PeriodOf(period)} la data era {Spoken.WeekDay(day)}, e qui non si vede se l'hai già comunicato "
                + "altrove: non risulta in ritardo. Se manca, invialo.",
        ],
        { Asked.Instead: { } asked, Facts.Period: { } period, Check: not { IsSame: true } } =>
        [
            $"Per {PeriodOf(period)} non ti è chiesto nulla"
                + asked.Count switch
                {
                    0 => ".",
                    1 => $": la raccolta aperta è {asked[0].Text}.",
                    _ => $": le raccolte aperte sono {string.Join(", ", asked.Select(one => one.Text))}.",
                }
                + (draft.Check is { MaySend: true }
                    ? " Se è il periodo giusto puoi inviare lo stesso: la raccolta si apre allora per tutti gli enti "
                        + "che devono questi dati."
                    : string.Empty),
        ],
        _ => [],
    };

    // «Le righe sono del 2020: è per il 2020?»
    private static OtherPeriod? OtherOf(DraftState draft) =>
        draft is { Facts.Flow: { } flow, Check.PeriodOfRows: { Text: var period } }
            ? new OtherPeriod(
                flow, period,
                period.Length == "2025".Length ? $"Le righe sono del {period}: è per il {period}?"
                    : $"Le righe sono di {Spoken.OfPeriod(period)}: è per quel periodo?")
            : null;

    // «il 2025», «ottobre 2025»
    private static string PeriodOf(string period) =>
        period.Length == "2025".Length ? $"il {period}" : Spoken.OfPeriod(period);

    private static DraftCard CardOf(DraftLine draft, SendingParty party) => new(
        draft.Key.Id, draft.Facts.FileName,
        AboutOf(draft.Facts, party.Ambito, party.Body),
        Italian.Moment(draft.WrittenAt),
        draft.Found switch
        {
            Outcome.Refused => StateWord.WithErrors,
            Outcome.Quarantined => StateWord.PersonalData,
            _ when draft.IsSame => StateWord.SameAsSent,
            _ when draft.IsToConfirm => StateWord.ToConfirm,
            Outcome.Accepted or Outcome.AcceptedWithWarnings => StateWord.Ready,
            _ => StateWord.Draft,
        });

    private static string? AboutOf(DraftFacts facts, Ambito ambito, Sender body) =>
        facts is { Flow: { } flow, Period: { } period }
            ? SharedWords.AboutOf(flow, period, BegunFor(facts, ambito, body))
            : null;

    private static StateWord StateOf(DraftCheck? check) => check switch
    {
        null => StateWord.ToDecide,
        { IsSame: true } => StateWord.Accepted,
        { Found.Outcome: Outcome.Quarantined } => StateWord.PersonalData,
        { Found.Outcome: Outcome.Refused } => StateWord.ToCorrect,
        { LeftOut.Count: > 0 } => StateWord.ToConfirm,
        _ => StateWord.Ready,
    };

    private static string SummaryOf(DraftCheck? check) => check switch
    {
        null => "Il file non dice di quale flusso e periodo è: scegli e controlla di nuovo. Il file resta qui.",
        { IsSame: true } => "È identico a un file già accettato: non c'è nulla da inviare.",
        { Found.Outcome: Outcome.Quarantined } =>
            "Il file contiene dati personali: non è stato conservato. Toglili, poi scegli il file corretto.",
        { IsUnreadable: true, Length: var bytes } =>
            $"Il file ({Italian.Number(bytes)} byte) non si può leggere: non è stato inviato né conservato.",
        { Found.Outcome: Outcome.Refused } =>
            "Il file ha errori da correggere: così non sarebbe accettato. Non è stato inviato nulla.",
        { LeftOut.Count: > 0 } =>
            "Il file è in ordine, ma toglie righe già accettate: guarda che cosa manca prima di inviarlo.",
        { Waits: { } reason } =>
            $"Il file è in ordine, ma {reason}: se lo invii aspetta che l'Ufficio di Piano lo accolga come rettifica.",
        { Found.Outcome: Outcome.AcceptedWithWarnings } =>
            "Il file può essere inviato. Guarda prima gli avvisi qui sotto.",
        _ => "Il file è in ordine e può essere inviato.",
    };

    private static IReadOnlyList<Fact> FactsOf(DraftState draft, Caller caller)
    {
        if (draft is not { Check: { } check, Facts: { Flow: { } flow, Period: { } period } })
        {
            return [];
        }

        List<Fact> facts =
        [
            new("Flusso e periodo", HomePages.AboutOf(flow, period)),
            new("Mittente", caller.Sender.Name),
            .. BegunFor(draft.Facts, caller.Ambito, caller.Sender) is { } body
                ? (Fact[])[new("Preparato per", body.Name)] : [],
            new("Righe", Italian.Number(check.Found.Rows.Read)
                + (check is { MaySend: true, RowsBefore: { } before }
                    ? $"; erano {Italian.Number(before)}" : string.Empty)),
        ];
        if (draft.Term is { } term)
        {
            string day = Spoken.WeekDay(term.Until);
            facts.Add(term.IsIndicative
                ? new Fact("Data indicativa", term.IsPastIndicative ? $"Oltre la data indicativa: era {day}" : day)
                : new Fact("Termine", term.IsLate ? $"In ritardo: era {day}" : day));
        }

        return facts;
    }

    private static DraftChoice ChoiceOf(DraftFacts facts, FieldMistake[] mistakes) => new(
        [
            .. facts.Flow is null ? [new FieldChoice(string.Empty, "Scegli")] : (FieldChoice[])[],
            .. FlowCatalogue.All.Select(flow => new FieldChoice(flow.Code, flow.Title)),
        ],
        facts.Flow, facts.Period, facts.NilReturn, mistakes);

    private static ProblemsView? ProblemsOf(DraftState draft) => draft.Check is not { IsSame: false } check
        ? null
        : ProblemsView.Of(Cause.Of(check.Found), new ReceiptLinks(
            Addresses.Home, Addresses.Rules,
            ReturnedSheet.Has(check.Found) ? Addresses.DraftSheetOf(draft.Key.Id) : null));

    // Of a file that replaces none: what it takes the place of, of what others tell.
    private static ChangeLine[] ChangesOf(DraftCheck? check) =>
        [.. (check?.Changes ?? []).SelectMany(one => ChangeWords.LineOf(one.Fund, one.Kind, one.Before, one.After))];

    private static ChangeMore MoreOf(DraftCheck? check, Ambito ambito) => check is null
        ? ChangeMore.Nothing
        : ChangeWords.MoreOf(
            new FoundChange(
                check.Detail, check.Beside ?? new ChangeBeside(), check.RowsBefore, check.Found.Rows.Read)
            {
                ReplacesNone = check.Replaces is null,
            },
            ChangesOf(check), ambito, isDone: false);

    // How many rows and, where the flow has one column that is the whole of it, how much.
    private static string? SendOf(DraftCheck? check)
    {
        if (check is not { MaySend: true })
        {
            return null;
        }

        int rows = check.Found.Rows.Read;
        string amount = UploadAmount.Of(check.Found) is { } total ? $", {total.ToItalian()} €" : string.Empty;
        return check.IsNil || rows == 0 ? "Invia la dichiarazione"
            : rows == 1 ? $"Invia 1 riga{amount}"
            : $"Invia {Italian.Number(rows)} righe{amount}";
    }
}
