using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4007: more was paid than committed.</summary>
internal sealed class PaidWithinCommitted(Column committed, Column paid) : IRowRule
{
    public const string Code = "PZ4007";

    public Breach? Check(RowView row) =>
        row.Values.Money(paid) is { } spent && row.Values.Money(committed) is { } bound && spent > bound
            ? new Breach(
                Code,
                ("minore", committed.Name),
                ("importominore", bound.ToItalian()),
                ("importo", spent.ToItalian()),
                ("quali", "importi"),
                ("ordine", "il liquidato non può superare l'impegnato"))
            {
                At = paid,
            }
            : null;
}
