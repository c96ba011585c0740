using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4010: the sender reports figures of bodies it does not answer for. Where a row names several, one of them is
/// enough.
/// </summary>
internal sealed class BodyInScope(Ambito ambito, Sender sender, Period? period, Column[] columns)
    : IDiscoveredRowRule
{
    public const string Code = "PZ4010";

    private readonly bool all = ambito.AnswersForAll(sender);
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow.ScopeColumns is { Count: > 0 } columns
            ? [
                new BodyInScope(
                    context.Ambito, context.Sender, context.PeriodIsKnown ? context.Period : null, [.. columns]),
            ]
            : [];

    public Breach? Check(RowView row)
    {
        if (all)
        {
            return null;
        }

        foreach (Column column in columns)
        {
            // A body that is missing or unreadable may be the one: it has its own problem.
            if (row.Values.Text(column) is not { } body || MaySend(body))
            {
                return null;
            }
        }

        return OutOfScope(row.Values.Text(columns[0])!);
    }

    private bool MaySend(string body) => known.TryGetValue(body, out bool may)
        ? may
        : known[body] = ambito.MaySendFor(sender, body, period);

    private Breach OutOfScope(string body)
    {
        string name = ambito.NameOf(body);
        string reason =
            $"alla riga {{riga}} (cella {{cella}}), «{sender.Name}» non risulta incaricato di inviare i dati di "
                + $"«{name}» ({body})";
        return new Breach(Code, ("motivo", reason)) { At = columns[0] };
    }
}
