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
    public static UnitListView Of(UnitList list, Sender body, Caller caller)
    {
        bool isOwn = body.Code == caller.Sender.Code;
        ServiceUnit[] open = [.. list.Units.Where(unit => unit.IsOpenOn(list.Day))];
        ServiceUnit[] others = [.. list.Units.Except(open)];
        ServiceUnit[] closed = [.. others.Where(unit => unit.State == UnitState.Closed)];
        ServiceUnit[] announced = [.. others.Except(closed)];
        return new UnitListView(
            SummaryOf(open.Length, closed.Length, announced.Length),
            isOwn ? null : body.Name,
            LinesOf(open, body, caller.Ambito),
            LinesOf(closed, body, caller.Ambito),
            [
                .. ContractedPlaces.Of(list).Append(ContractedPlaces.OfAll(list))
                    .Select(line => LineOf(line, caller.Ambito)),
            ],
            list.Unread,
            isOwn ? Addresses.UnitTable : Addresses.UnitTableOf(body.Code),
            isOwn && open.Length > 0 ? ReviewOf(list.Day.Year) : null)
        {
            Announced = LinesOf(announced, body, caller.Ambito),
        };
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

    private static string SummaryOf(int open, int closed, int announced)
    {
        string[] words =
        [
            open == 1 ? "1 unità aperta" : $"{Italian.Number(open)} unità aperte",
            .. closed == 0 ? [] : (string[])[$"{Italian.Number(closed)} {(closed == 1 ? "chiusa" : "chiuse")}"],
            .. announced == 0
                ? []
                : (string[])[$"{Italian.Number(announced)} che {(announced == 1 ? "si apre" : "si aprono")} più avanti"],
        ];
        return $"{string.Join(", ", words[..^1])}{(words.Length > 1 ? " e " : string.Empty)}{words[^1]}, "
            + "secondo gli ultimi invii accettati.";
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

    private static string NameOf(string code, Ambito ambito) => ambito.NameOf(code);
}
