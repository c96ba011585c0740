using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Units;
using PianoZona.Web.Parts;
using PianoZona.Web.Units;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>The page of the service units of a body.</summary>
internal static class UnitPages
{
    /// <summary>Lines of a table: who has more units reads the table to download.</summary>
    public const int MostLines = 300;

    /// <summary>Of the units of a body.</summary>
    /// <param name="list">The units.</param>
    /// <param name="body">Whose they are.</param>
    /// <param name="caller">Who reads it.</param>
    /// <param name="today">Today in Italy.</param>
    public static UnitListView Of(UnitList list, Sender body, Caller caller, DateOnly today)
    {
        bool isOwn = body.Code == caller.Sender.Code;
        ServiceUnit[] open = [.. list.Units.Where(unit => unit.State != UnitState.Closed)];
        ServiceUnit[] closed = [.. list.Units.Where(unit => unit.State == UnitState.Closed)];
        return new UnitListView(
            SummaryOf(open.Length, closed.Length),
            isOwn ? null : body.Name,
            LinesOf(open, body, caller.Ambito),
            LinesOf(closed, body, caller.Ambito),
            [
                .. ContractedPlaces.Of(list.Units).Append(ContractedPlaces.OfAll(list.Units))
                    .Select(line => LineOf(line, caller.Ambito)),
            ],
            list.Unread,
            isOwn ? Addresses.UnitTable : Addresses.UnitTableOf(body.Code),
            isOwn && open.Length > 0 ? ReviewOf(today.Year) : null);
    }

    /// <summary>A state in one word.</summary>
    public static StateWord StateOf(UnitState state) => state switch
    {
        UnitState.Opened => StateWord.UnitOpened,
        UnitState.Changed => StateWord.UnitChanged,
        UnitState.Confirmed => StateWord.UnitConfirmed,
        UnitState.Closed => StateWord.UnitClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string SummaryOf(int open, int closed)
    {
        string words = open == 1 ? "1 unità aperta" : $"{Italian.Number(open)} unità aperte";
        return closed == 0 ? $"{words}, secondo gli ultimi invii accettati."
            : $"{words} e {Italian.Number(closed)} {(closed == 1 ? "chiusa" : "chiuse")}, secondo gli ultimi invii "
                + "accettati.";
    }

    private static UnitLines LinesOf(ServiceUnit[] units, Sender body, Ambito ambito) =>
        new(units.Length, [.. units.Take(MostLines).Select(unit => LineOf(unit, body, ambito))]);

    private static UnitLine LineOf(ServiceUnit unit, Sender body, Ambito ambito) => new(
        unit.Code,
        unit.Name,
        unit.Kind,
        NameOf(unit.Comune, ambito),
        unit.RunBy == body.Code ? null : NameOf(unit.RunBy, ambito),
        unit.Places.Contracted,
        unit.Places.Accredited,
        unit.Places.Authorised,
        StateOf(unit.State),
        unit.Happened,
        unit.Noticed,
        unit.Origin.Receipt,
        unit.Origin.Row,
        unit.Year is { } year
            ? new UnitYearLine(
                year.Year, year.Users, year.Hours, year.Costs, year.Origin.Receipt, year.Origin.Row)
            : null);

    private static ContractLine LineOf(ContractedPlaces line, Ambito ambito) => new(
        line.Kind, line.Comune is { } comune ? NameOf(comune, ambito) : null, line.Units, line.Stated, line.Unstated);

    private static NamedLink ReviewOf(int year) => new(
        $"Modello della verifica {year.ToString(CultureInfo.InvariantCulture)}",
        Addresses.TemplateOf(UnitaOfferta.Schema.Code, year.ToString(CultureInfo.InvariantCulture), "xlsx"));

    private static string NameOf(string code, Ambito ambito) => ambito.FindSender(code)?.Name ?? code;
}
