using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Changes;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What counts of a file where other senders tell the same, in sentences.</summary>
internal static class TurnWords
{
    private const int MostFacts = 20;

    /// <summary>What is said of it.</summary>
    /// <param name="beside">What was found.</param>
    /// <param name="ambito">Knows the names of bodies.</param>
    /// <param name="isDone">Whether the file is in force: then it is said as of today.</param>
    public static IEnumerable<string> Of(ChangeBeside beside, Ambito ambito, bool isDone)
    {
        foreach (var group in beside.Turns.Where(one => IsSaid(one, beside, isDone))
            .GroupBy(one => (one.Turn, Sender: one.Sender == one.Code ? null : one.Sender)))
        {
            FactTurn[] facts = [.. group];
            yield return SentenceOf(group.Key.Turn, SaidBy(group.Key.Sender, facts, ambito), isDone)
                + FactsOf(facts, ambito);
        }

        if (beside.Uncounted.Count > 0)
        {
            yield return "Le cifre che non contano non sono nelle somme: un dato inviato da più mittenti conta una volta "
                + "sola.";
        }
    }

    /// <summary>A body, as changes call it.</summary>
    public static string NameOf(string? body, Ambito ambito) => body is null ? "Ambito nel suo insieme"
        : ambito.FindSender(body) is { } known ? $"{known.Name} ({body})" : body;

    // Before a file is sent, sums that do not count have a table, and of what stays the same nothing is said.
    private static bool IsSaid(FactTurn one, ChangeBeside beside, bool isDone) =>
        isDone || one.Turn != CountingTurn.Neither
        || (beside.ChangesUncounted
            && !beside.Uncounted.Any(sum => (sum.Change.Fund, sum.Change.Body) == (one.Fund, one.Code)));

    // Null = each body tells its own; of several bodies that is said once.
    private static string SaidBy(string? sender, FactTurn[] facts, Ambito ambito) => sender is not null
        ? NameOf(sender, ambito)
        : facts.DistinctBy(one => one.Code, StringComparer.Ordinal).Skip(1).Any() ? "ciascun ente per sé"
        : NameOf(facts[0].Code, ambito);

    private static string SentenceOf(CountingTurn turn, string sender, bool isDone) => (turn, isDone) switch
    {
        (CountingTurn.Neither, true) => $"Oggi queste cifre non contano: vale quanto ha inviato {sender}. Sono quelle di: ",
        (CountingTurn.Begins, true) => $"Oggi queste cifre contano al posto di quelle che ha inviato {sender}: ",
        (CountingTurn.Ends, true) =>
            $"Di ciò che questo invio non ha più, oggi vale quanto ha inviato {sender}: ",
        (CountingTurn.Neither, false) => $"Queste cifre non contano: vale quanto ha inviato {sender}. Sono quelle di: ",
        (CountingTurn.Begins, false) =>
            $"Con questo file contano le sue cifre, al posto di quelle che ha inviato {sender}: ",
        (CountingTurn.Ends, false) => $"Con questo file vale quanto ha inviato {sender}: ",
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    // «Comune di Prova (018030), COM 2021; unità CSE-0412, FSR 2021.»
    private static string FactsOf(IReadOnlyList<FactTurn> facts, Ambito ambito) =>
        string.Join("; ", facts.Take(MostFacts).Select(one => string.Create(
            Italian.Culture,
            $"{(one.IsUnit ? $"unità {one.Code}" : NameOf(one.Code, ambito))}, {one.Fund.Fund} {one.Fund.Year}")))
        + (facts.Count > MostFacts ? $"; e altre {Italian.Number(facts.Count - MostFacts)}." : ".");
}
