using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4010: the sender reports figures of a body it does not answer for.</summary>
internal sealed class BodyInScope(Ambito ambito, Sender sender, Column column) : IRowRule
{
    public const string Code = "PZ4010";

    private readonly bool all = UploadContext.AnswersForAmbito(ambito, sender);
    private readonly Dictionary<string, Finding?> known = new(StringComparer.Ordinal);

    public Finding? Check(RowView row)
    {
        if (all || row.Values.Text(column) is not { } body)
        {
            return null;
        }

        if (!known.TryGetValue(body, out Finding? finding))
        {
            known[body] = finding = ambito.MaySendFor(sender, body) ? null : OutOfScope(body);
        }

        return finding;
    }

    private Finding OutOfScope(string body)
    {
        string name = ambito.FindSender(body)?.Name ?? body;
        string reason = $"alla riga {{riga}} (cella {{cella}}), «{sender.Name}» non risulta incaricato di inviare i dati di «{name}» ({body})";
        return new Finding(Code, ("motivo", reason)) { At = column };
    }
}
