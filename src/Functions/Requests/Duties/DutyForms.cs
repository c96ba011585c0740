using System.Globalization;
using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Configuration;
using PianoZona.Web.Deadlines;
using PianoZona.Web.Forms;

namespace PianoZona.Functions.Requests.Duties;

/// <summary>A duty is done: <c>{ "ente": "019021", "atto": "C.C. n. 12", "data": "2026-03-20" }</c>.</summary>
/// <param name="Ente">The body that did it.</param>
/// <param name="Atto">The act; null = it is not done after all.</param>
/// <param name="Data">Day of the act.</param>
internal sealed record DoneBody(string? Ente, string? Atto, DateOnly? Data)
{
    /// <summary>What was sent.</summary>
    public static async Task<Sent<DoneBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<DoneBody>(request, cancellationToken)).Unless(one =>
            one.Ente is null ? "Manca l'ente («ente»)."
            : one.Data is null ? "Manca la data dell'atto («data»)."
            : one.Atto is { } act && (DutyWords.IsBlank(act) || DutyWords.IsTooLong(act)) ? DutyWords.NoAct
            : null);

    /// <summary>The decision.</summary>
    public DutyDone ToDone(string deadline, string period, string by, DateTimeOffset at) =>
        new(deadline, period, Ente!, Atto?.Trim(), Data!.Value, by, at);
}

/// <summary>Something happened: <c>{ "ente": "ente-coop", "motivo": "Fine del contratto" }</c>.</summary>
/// <param name="Ente">The body that it happened to.</param>
/// <param name="Motivo">What happened; null = it did not happen after all.</param>
internal sealed record EventBody(string? Ente, string? Motivo)
{
    /// <summary>What was sent.</summary>
    public static async Task<Sent<EventBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await RequestBody.ReadAsync<EventBody>(request, cancellationToken)).Unless(one =>
            one.Ente is null ? "Manca l'ente («ente»)."
            : one.Motivo is { } reason && (DutyWords.IsBlank(reason) || DutyWords.IsTooLong(reason))
                ? DutyWords.NoReason
            : null);

    /// <summary>The decision.</summary>
    public RecordedEvent ToEvent(string deadline, DateOnly day, string by, DateTimeOffset at) =>
        new(deadline, Ente!, day, Motivo?.Trim(), by, at);
}

/// <summary>The form of the pages: the body, a text (act or what happened), a day.</summary>
internal sealed record DutyForm(string Body, string Text, string Date)
{
    /// <summary>Before anything was typed.</summary>
    /// <param name="body">The body that is chosen already; empty = none.</param>
    public static DutyForm Empty(string body) => new(body, string.Empty, string.Empty);

    /// <summary>The day, as people in Italy write it; null = none is written.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(
        Date, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>What was typed.</summary>
    public static DutyForm Of(IFormCollection form) => new(
        form[DutyView.BodyName].ToString(), form[DutyView.TextName].ToString().Trim(),
        form[DutyView.DateName].ToString().Trim());

    /// <summary>What is wrong in what was typed, by field.</summary>
    /// <param name="noText">What is said where the text is missing.</param>
    public IEnumerable<FieldMistake> Mistakes(string noText)
    {
        if (Body.Length == 0)
        {
            yield return new FieldMistake(DutyView.BodyName, "Scegli l'ente.");
        }

        if (Text.Length == 0 || DutyWords.IsTooLong(Text))
        {
            yield return new FieldMistake(DutyView.TextName, noText);
        }

        if (Day is null)
        {
            yield return new FieldMistake(DutyView.DateName, "Scrivi il giorno come 20/03/2026.");
        }
    }
}

/// <summary>What is wrong with words about a duty.</summary>
internal static class DutyWords
{
    public const string NoAct = "Scrivi l'atto, al massimo 200 caratteri, senza nomi di persone.";
    public const string NoReason = "Scrivi che cosa è successo, al massimo 200 caratteri, senza nomi di persone.";

    private const int Longest = 200;

    public static bool IsBlank(string text) => string.IsNullOrWhiteSpace(text);

    public static bool IsTooLong(string text) => text.Length > Longest;
}
