using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4014: what the whole Ambito has of a fund comes from who leads its programme, where the Ambito says who does.
/// </summary>
internal sealed class FundOfOtherLead(Ambito ambito, Sender sender, Column fund) : IDiscoveredRowRule
{
    public const string Code = "PZ4014";

    private readonly Dictionary<string, Breach?> known = new(StringComparer.Ordinal);

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow is { PlanOfficeOnly: true, FundColumn: { } fund }
            ? [new FundOfOtherLead(context.Ambito, context.Sender, fund)]
            : [];

    public Breach? Check(RowView row) =>
        row.Values.Text(fund) is not { } code ? null
        : known.TryGetValue(code, out Breach? found) ? found
        : known[code] = Of(code);

    private Breach? Of(string code)
    {
        LeadAgency[] leads = [.. ambito.LeadsOf(code)];
        return leads.Length == 0 || Array.Exists(leads, lead => lead.Sender == sender.Code)
            ? null
            : new Breach(
                Code,
                ("fondo", code),
                ("capofila", string.Join(" o ", leads.Select(lead =>
                    $"«{ambito.NameOf(lead.Sender)}» (programma «{lead.Programme}»)"))),
                ("mittente", $"«{sender.Name}»"))
            { At = fund };
    }
}
