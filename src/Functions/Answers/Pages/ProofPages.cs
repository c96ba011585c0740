using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The page of a receipt as proof.</summary>
internal static class ProofPages
{
    /// <summary>A receipt, to who may read it.</summary>
    public static ProofView Of(ReceiptProof proof, Caller caller)
    {
        Receipt receipt = proof.Receipt;
        string? later = ProofHistory.AcceptedLater(proof)?.ReceiptId;
        bool mustSend = later is null && proof.Sent.State is SentState.Refused or SentState.Quarantined;
        return new ProofView(
            HomePages.AboutOf(receipt.Flow, receipt.Period),
            SentWords.State(proof.Sent),
            SentenceOf(proof),
            FactsOf(proof, caller),
            SentPages.Grouped(receipt.Sha256),
            NextOf(proof, caller),
            ChangesOf(proof),
            ReceiptFindings.Of(
                receipt, ReceiptLinks.Served(receipt.Id, ReturnedSheet.Has(receipt))),
            ProofHistory.Of(proof),
            Addresses.ReceiptPaperOf(receipt.Id),
            Addresses.ReceiptTextOf(receipt.Id))
        {
            Replaces = proof.Change is { Version: { CameIntoForce: true, Replaced: { } replaced } } ? replaced : null,
            More = MoreOf(proof, caller.Ambito),
            ReplacedBy = proof.Sent.ReplacedBy,
            File = receipt.Outcome == Outcome.Quarantined ? null : Addresses.SentFileOf(receipt.Id),
            AcceptedLater = later,
            OpensSent = caller.IsAmong(Audience.Senders),
            Send = mustSend && Corrects(proof, caller)
                ? Addresses.SendFor(receipt.Flow, receipt.Period)
                : null,
        };
    }

    /// <summary>Whether what was sent counts as it is.</summary>
    public static bool Counts(ReceiptProof proof) => proof.Sent.State
        is SentState.Accepted or SentState.AcceptedWithWarnings or SentState.NothingDeclared;

    /// <summary>Whether a caller may send the file again: it sends files, and this one is its body's.</summary>
    public static bool Corrects(ReceiptProof proof, Caller caller) =>
        caller.Sender.Code == caller.Ambito.CodeOf(proof.Sent.Receipt.Id.Sender) && caller.IsAmong(Audience.Senders);

    /// <summary>The same with who still owes the same, each with where it is sent.</summary>
    /// <param name="due">Those who do, whom the reader sends for.</param>
    /// <param name="gone">Codes of those whose figures the file took away.</param>
    public static ProofView WithDue(
        ProofView page, ReceiptId receipt, IReadOnlyList<Sender> due, IReadOnlyList<string> gone)
    {
        NamedLink[] again = [.. due.Where(IsGone).Select(LinkOf)];
        return page with
        {
            Next = again.Length == 0 ? page.Next
                : "Questo file non ha righe che erano nell'invio sostituito: per chi è qui sotto non conta più nulla. "
                    + "Inviane uno con le righe di tutti: prende il posto di questo.",
            DueAgain = again,
            StillDue = [.. due.Where(body => !IsGone(body)).Select(LinkOf)],
        };

        bool IsGone(Sender body) => gone.Contains(body.Code, StringComparer.Ordinal);

        NamedLink LinkOf(Sender body) => new(body.Name, Addresses.SendFor(receipt.Flow, receipt.Period, body.Code));
    }

    private static string SentenceOf(ReceiptProof proof) => proof.Sent.State switch
    {
        SentState.Accepted => "Il file è stato accettato e registrato.",
        SentState.AcceptedWithWarnings => "Il file è stato accettato e registrato, con avvisi da guardare.",
        SentState.NothingDeclared => "La dichiarazione che non c'è nulla da comunicare è stata accettata.",
        SentState.NotGranted =>
            "Il file è arrivato dopo la chiusura e non è stato accolto: le sue cifre non contano.",
        SentState.Waiting => "Il file è in ordine, ma è arrivato dopo la chiusura: aspetta di essere esaminato.",
        SentState.Replaced => "Il file è stato accettato; poi un invio successivo ha preso il suo posto.",
        SentState.Refused => "Il file ha errori: non è stato registrato."
            + (proof.InForce is null ? string.Empty : " Ciò che era stato accettato prima resta valido."),
        _ => "Il file non è stato registrato e non è stato conservato.",
    };

    private static string NextOf(ReceiptProof proof, Caller caller) =>
        ProofHistory.AcceptedLater(proof) is not null
            ? "Poi è stato accettato un altro file dello stesso flusso e periodo: conta quello. Questa ricevuta resta "
                + "come prova."
        : proof.Sent.State switch
        {
            SentState.NotGranted => caller.IsStaff
                ? "Valgono le cifre di prima."
                : "Valgono le cifre di prima. Per chiarimenti scrivi all'Ufficio di Piano.",
            SentState.Waiting =>
                "L'Ufficio di Piano decide se accoglierlo come rettifica: la decisione compare qui sotto, nella storia.",
            SentState.Replaced => "Conta l'invio che lo ha sostituito. Questa ricevuta resta come prova.",
            _ => Corrects(proof, caller) ? NextOf(proof.Sent.State) : NextOfAnothers(proof.Sent.State),
        };

    private static string NextOf(SentState state) => state switch
    {
        SentState.Refused => "Correggi gli errori indicati qui sotto e invia di nuovo il file.",
        SentState.Quarantined => "Leggi il motivo qui sotto, correggi il file e invialo di nuovo.",
        SentState.AcceptedWithWarnings =>
            "Guarda gli avvisi qui sotto. Se qualcosa è da correggere, invia di nuovo lo stesso periodo: "
            + "il nuovo file prende il posto di questo.",
        _ => "Non devi fare altro. Se i dati cambiano, invia di nuovo lo stesso periodo: "
            + "il nuovo file prende il posto di questo.",
    };

    private static string NextOfAnothers(SentState state) => state switch
    {
        SentState.Refused => "L'ente deve correggerlo e inviarlo di nuovo: gli errori sono qui sotto.",
        SentState.Quarantined => "L'ente deve correggerlo e inviarlo di nuovo: il motivo è qui sotto.",
        SentState.AcceptedWithWarnings =>
            "Gli avvisi sono qui sotto. Se qualcosa è da correggere, l'ente invia di nuovo lo stesso periodo: "
            + "il nuovo file prende il posto di questo.",
        _ => "Se i dati cambiano, l'ente invia di nuovo lo stesso periodo: il nuovo file prende il posto di questo.",
    };

    private static IReadOnlyList<Fact> FactsOf(ReceiptProof proof, Caller caller)
    {
        Receipt receipt = proof.Receipt;
        string sender = proof.Sent.Receipt.Id.Sender;
        List<Fact> facts =
        [
            new("Numero", receipt.Id),
            new("Ente", caller.Ambito.FindSender(sender) is { } body ? $"{body.Name} ({sender})" : sender),
            new("Flusso", Spoken.OfFlow(receipt.Flow)),
            new("Periodo", HomePages.PeriodOf(receipt.Period)),
            new("File", receipt.FileName),
            new("Ricevuto", SentWords.MomentWithZone(receipt.ReceivedAt)),
            new("Righe", RowsOf(proof)),
        ];
        if (proof.Sent.Receipt.Amount is { } amount)
        {
            facts.Add(new Fact("Importo", $"{amount.ToItalian()} €"));
        }

        facts.Add(new Fact("Letto come", receipt.ReadAs ?? "non leggibile"));
        facts.Add(new Fact("Emessa da", IssuerOf(caller.Ambito)));
        facts.Add(new Fact("Emessa il", SentWords.MomentWithZone(receipt.FinishedAt)));
        return facts;
    }

    // «Ufficio di Piano di Casalmaggiore, Ambito casalasco»
    private static string IssuerOf(Ambito ambito) =>
        $"{(ambito.OfficeToWriteTo ?? ambito.Office)?.Name ?? "Ufficio di Piano"}, {ambito.Name}";

    private static string RowsOf(ReceiptProof proof)
    {
        RowCounts rows = proof.Receipt.Rows;
        string read = Italian.Counted(rows.Read, "letta", "lette");
        string found = rows.Refused + rows.Warned == 0 ? string.Empty
            : $", {Italian.Number(rows.Refused)} con errori, {Italian.Number(rows.Warned)} con avvisi";
        return proof.Change is { Version.CameIntoForce: true, Summary.RowsBefore: { } before }
            ? $"{read}{found}; nell'invio sostituito erano {Italian.Number(before)}"
            : read + found;
    }

    private static ChangeLine[] ChangesOf(ReceiptProof proof) =>
        proof.Change is { Version: { CameIntoForce: true, Replaced: not null } } change
            ?
            [
                .. change.Summary.Changes.SelectMany(
                    one => ChangeWords.LineOf(one.Fund, one.Kind, one.Before, one.After)),
            ]
            : [];

    private static ChangeMore MoreOf(ReceiptProof proof, Ambito ambito) =>
        proof.Change is { Version.CameIntoForce: true } change
            ? ChangeWords.MoreOf(
                new FoundChange(
                    change.Summary.Detail, change.Beside, change.Summary.RowsBefore, change.Summary.RowsAfter)
                {
                    ReplacesNone = change.Version.Replaced is null,
                },
                ChangesOf(proof), ambito, isDone: true)
            : ChangeMore.Nothing;
}
