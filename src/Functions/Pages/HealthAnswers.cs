using Azure;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Functions.Storage;

namespace PianoZona.Functions.Pages;

/// <summary>Whether storage and configuration are in order.</summary>
public sealed class HealthAnswers(StorageLayout layout, AmbitoDirectory ambiti)
{
    /// <summary>200 when all is well, else 503 with what is not.</summary>
    public async Task<IActionResult> AnswerAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [];
        try
        {
            faults.AddRange((await layout.FindMissingAsync(cancellationToken)).Select(name => $"archiviazione: manca {name}"));
            AmbitoSet known = await ambiti.GetAsync(cancellationToken);
            faults.AddRange(ambiti.Mistakes.Keys.Select(document => $"configurazione: {document} contiene errori"));
            if (known.All.Count == 0)
            {
                faults.Add("configurazione: nessun Ambito");
            }
        }
        catch (RequestFailedException exception)
        {
            faults.Add($"archiviazione: non raggiungibile ({exception.ErrorCode ?? "errore di rete"})");
        }

        return Answers.Json(new { stato = faults.Count == 0 ? "in ordine" : "non in ordine", problemi = faults }, faults.Count == 0 ? 200 : 503);
    }
}
