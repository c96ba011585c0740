using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ1015 on a row: an opening, a change or a closing told later than its term, 10 days unless the Ambito says otherwise (AFAM).</summary>
internal sealed class EventInTime(DateOnly receivedOn, int days) : IRowRule
{
    public const string Code = Timeliness.Code;

    private const int UsualDays = 10;

    /// <summary>The rule, where the day of reception is known.</summary>
    public static IEnumerable<IRowRule> If(UploadContext context) => context.ReceivedOn is { } day ? [new EventInTime(day, DaysOf(context.Ambito))] : [];

    public Finding? Check(RowView row) =>
        row.Values.Date(UnitaOfferta.DataEvento) is { } happened
        && row.Values.Text(UnitaOfferta.Stato) is { } state && state != UnitaOfferta.Confermata
        && receivedOn > happened.AddDays(days)
            ? new Finding(Code, ("scadenza", $"{Timeliness.InItalian(happened.AddDays(days))} per l'evento alla riga {{riga}}"))
            {
                At = UnitaOfferta.DataEvento,
                Expected = string.Create(CultureInfo.InvariantCulture, $"entro {days} giorni dall'evento"),
            }
            : null;

    private static int DaysOf(Ambito ambito) => ambito.Deadlines
        .Where(rule => rule.Flow == UnitaOfferta.Schema.Code)
        .Select(rule => rule.Due).OfType<DueRule.DaysAfterEvent>().FirstOrDefault()?.Days ?? UsualDays;
}
