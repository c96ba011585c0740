using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Filling;
using PianoZona.Web.Filling;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What is said to whom saves a table that somebody else saved or sent meanwhile.</summary>
internal static class MeetingWords
{
    /// <summary>What is said on the page of the table; null = nobody did.</summary>
    public static FillConflict? Of(FillingState state, Ambito ambito) => state.Other is not { } other ? null
        : new FillConflict(WordsOf(other), state.Version)
        {
            Whose = WhoseOf(other, ambito),
            Join = other.MayJoin ? JoinOf(state, other, ambito) : null,
        };

    /// <summary>Who saved it meanwhile and when.</summary>
    public static string WordsOf(OtherSave other) =>
        (other.IsInForce ? "Da quando hai aperto la pagina è stato accettato un altro invio, "
            : other.IsOwn
            ? "Da un'altra finestra, con il tuo account, la tabella è stata "
            : "Un'altra persona ha ")
        + (other.IsOwn, other.IsSent) switch
        {
            _ when other.IsInForce => "che prende il posto di ciò che questa pagina mostrava,",
            (true, true) => "inviata",
            (true, false) => "salvata",
            (false, true) => "inviato la tabella",
            (false, false) => "salvato la tabella",
        }
        + $" alle {RomeTime.TimeOfDay(other.At).ToString("HH:mm", Italian.Culture)}"
        + $" del {Italian.Day(RomeTime.DayOf(other.At))}.";

    // «Le righe salvate sono di: Comune di Là (2 righe), Comune di Qua (1 riga, uguale alla tua).»
    private static string? WhoseOf(OtherSave other, Ambito ambito) => other.Bodies.Count == 0 ? null
        : $"Le righe {StateOf(other)} sono di: "
            + string.Join(", ", other.Bodies
                .Select(body => (Name: NameOf(body.Code, ambito), body))
                .OrderBy(one => one.Name, StringComparer.Ordinal)
                .Select(one => $"{one.Name} ({CountOf(one.body)})"))
            + (other.MayJoin ? ". Puoi unirle alle tue." : ".");

    private static string JoinOf(FillingState state, OtherSave other, Ambito ambito)
    {
        int body = state.Sheet.Flow.BodyColumn!.Ordinal;
        string[] mine =
        [
            .. state.Rows.Where(row => row.FileRow is not null).Select(row => row.Cells[body].Trim())
                .Distinct(StringComparer.Ordinal).Where(code => !other.Joins.Contains(code, StringComparer.Ordinal)),
        ];
        return $"Se le unisci, restano le tue righe di {NamesOf(mine)} e quelle {StateOf(other)} di "
            + $"{NamesOf(other.Joins)}.";

        string NamesOf(IEnumerable<string> codes) => string.Join(
            ", ", codes.Select(code => NameOf(code, ambito)).Order(StringComparer.Ordinal));
    }

    private static string StateOf(OtherSave other) => other.IsInForce || other.IsSent ? "inviate" : "salvate";

    private static string CountOf(BodyRows body) => (body.Rows, body.IsSame) switch
    {
        (1, true) => "1 riga, uguale alla tua",
        (1, false) => "1 riga",
        (_, true) => $"{Italian.Number(body.Rows)} righe, uguali alle tue",
        _ => $"{Italian.Number(body.Rows)} righe",
    };

    private static string NameOf(string code, Ambito ambito) =>
        code.Length == 0 ? "nessun ente indicato" : ambito.NameOf(code);
}
