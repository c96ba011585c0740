using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Filling;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What is found in a table while it is filled in.</summary>
internal static class FillingJson
{
    /// <summary>Whether it was saved, what is wrong in which cell, what it adds up to.</summary>
    public static object Of(FillingState state) => new
    {
        salvata = state.SavedAt is not null,
        versione = state.Version,
        stato = FillingPages.SavedOf(state),
        celle = FillingPages.InCells(state).Select(one => new
        {
            cella = one.Cell,
            messaggio = TableWords.Of(state, one.Problem),
            blocca = one.Problem.Severity == Severity.Error,
        }),
        totali = FillingPages.TotalsOf(state).Select(total => new { nome = total.Name, totale = total.Value }),
    };
}
