namespace PianoZona.Functions.Requests;

/// <summary>A file that came in parts: <c>{ "nome": …, "parti": 3, "flusso": …, "periodo": … }</c>.</summary>
/// <param name="Nome">The name that its sender gave it.</param>
/// <param name="Parti">Of how many parts it is.</param>
/// <param name="Flusso">The flow it is for; null = the file tells.</param>
/// <param name="Periodo">The period it is for; null = the file tells.</param>
/// <param name="Ente">Code of the other body whose duty it is begun for; null = of nobody else in particular.</param>
/// <param name="AlPostoDi">Id of the file that could not be sent, which it takes the place of; null = of none.</param>
internal sealed record JoinBody(
    string? Nome, int Parti, string? Flusso, string? Periodo, string? Ente, string? AlPostoDi = null)
{
    /// <summary>The most parts that a file may come in.</summary>
    public const int MostParts = 100;

    /// <summary>The most bytes of a part.</summary>
    public const int LargestPart = 8 * 1024 * 1024;

    /// <summary>What is wrong, in Italian; null when nothing is.</summary>
    public static string? Mistake(JoinBody body) =>
        string.IsNullOrWhiteSpace(body.Nome) ? "Manca il nome del file («nome»)."
        : body.Parti is < 1 or > MostParts ? $"Le parti («parti») vanno da 1 a {MostParts}."
        : null;
}
