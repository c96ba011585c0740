using Newtonsoft.Json.Linq;
using PianoZona.Configuration.Json;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration;

/// <summary>What a schema cannot say of ambito.json: codes that come twice, codes of nothing, names of two.</summary>
internal sealed class AmbitoReferences(JObject root, JsonMistakes mistakes)
{
    private static readonly string[] Keys =
    [
        "senders[*].code",
        "groups[*].code",
        "funds[*].code",
        "deadlines[*].id",
        "leadAgencies[*].programme",
    ];

    private static readonly string[] GroupPaths = ["deadlines[*].group", "flows[*].group", "quotas[*].group"];

    public void Check()
    {
        foreach (string path in Keys)
        {
            Unique(path);
        }

        UniqueByGroup("flows", "flow");
        UniqueByGroup("quotas", "year");
        string[] senders = [.. Texts("senders[*].code").Select(ValueOf)];
        string[] comuni = [.. Texts("senders[?(@.kind == 'comune')].code").Select(ValueOf)];
        string[] groups = [.. Texts("groups[*].code").Select(ValueOf)];
        Known("senders[*].groups[*]", groups, "Il gruppo", "«groups»");
        Known("senders[*].uploadsFor[*]", [.. groups, .. comuni, "*"], "Il gruppo o il Comune", "«groups» o «senders»");
        Known(
            "senders[*].remindedFor[*]", [.. groups, .. comuni, "*"], "Il gruppo o il Comune", "«groups» o «senders»");
        Known("leadAgencies[*].sender", senders, "Il mittente", "«senders»");
        FundsOfProgrammes();
        Known("quotas[*].notDelegated[*]", comuni, "Il Comune", "«senders»");
        Known("quotas[*].components[*].notDelegated[*]", comuni, "Il Comune", "«senders»");
        foreach (string path in GroupPaths)
        {
            Known(path, groups, "Il gruppo", "«groups»");
        }

        Known("groups[*].body", senders, "L'ente", "«senders»");
        QuotasOfBodies();
        foreach (JToken code in Texts("groups[*].code")
                .Where(code => senders.Contains(ValueOf(code), StringComparer.Ordinal)))
        {
            mistakes.Add(code, $"«{ValueOf(code)}» è già il codice di un mittente: dare al gruppo un altro codice.");
        }

        OneTakesTheUnknown();
        FormerCodesOfOne(senders);
        NamesOfOne("senders", "name", "aliases[*]", "formerCodes[*].name");
        NamesOfOne("funds", "code", "name", "aliases[*]");
    }

    // A document without funds has those of the catalogue, which is itself read here: it has no programmes.
    private void FundsOfProgrammes()
    {
        const string Funds = "leadAgencies[*].funds[*]";
        if (Texts(Funds).Any())
        {
            string[] known = root.ContainsKey("funds")
                ? [.. Texts("funds[*].code").Select(ValueOf)]
                : [.. CatalogueFunds.Codes];
            Known(Funds, known, "Il fondo", root.ContainsKey("funds") ? "«funds»" : "catalogo dei fondi");
        }
    }

    // A quota of all, and one for each group.
    private void UniqueByGroup(string list, string name)
    {
        foreach (IGrouping<string, JToken> group in root.SelectTokens($"{list}[*]").OfType<JObject>()
            .Where(one => one[name] is { Type: JTokenType.String or JTokenType.Integer })
            .GroupBy(one => one["group"] is { } of && IsText(of) ? ValueOf(of) : string.Empty,
                one => one[name]!, StringComparer.Ordinal))
        {
            Unique(group);
        }
    }

    // A body can owe for the Comuni of a group only where the group says which body it is; parts make up their whole.
    private void QuotasOfBodies()
    {
        foreach (JObject quota in root.SelectTokens("quotas[*]").OfType<JObject>())
        {
            if (quota["chargedTo"] is { } charged && IsText(charged) && ValueOf(charged) == "body"
                && !root.SelectTokens("groups[*]").OfType<JObject>().Any(group => group["body"] is { } body
                    && IsText(body) && JToken.DeepEquals(group["code"], quota["group"])))
            {
                mistakes.Add(
                    charged,
                    "Nessun ente può pagare per i Comuni: serve un gruppo («group») che dica qual è il suo ente («body»).");
            }

            if (quota["components"] is JArray { Count: > 0 } parts
                && AmountOf(quota) is { } whole
                && parts.Select(part => part is JObject one ? AmountOf(one) : null)
                    .Aggregate((decimal?)0m, (sum, one) => sum + one) is { } sum
                && sum != whole)
            {
                mistakes.Add(
                    parts,
                    string.Create(Italian.Culture, $"Le parti fanno {sum:0.00}: non fanno la quota, {whole:0.00}."));
            }
        }
    }

    private static decimal? AmountOf(JObject of) => of["perInhabitant"] is { } value ? JsonValues.Decimal(value) : null;

    // A former code leads to one sender, and to none that has it in force.
    private void FormerCodesOfOne(string[] senders)
    {
        const string Former = "senders[*].formerCodes[*].code";
        Unique(Former);
        foreach (JToken code in Texts(Former).Where(code => senders.Contains(ValueOf(code), StringComparer.Ordinal)))
        {
            mistakes.Add(
                code,
                $"«{ValueOf(code)}» è il codice in vigore di un mittente: un codice di prima non può essere anche in "
                    + "vigore.");
        }

        foreach (JObject sender in root.SelectTokens("senders[*]").OfType<JObject>())
        {
            foreach (JToken name in sender.SelectTokens("formerCodes[*].name").Where(IsText)
                .Where(name => sender["name"] is { } own && IsText(own)
                    && NameKey.Of(ValueOf(own)) == NameKey.Of(ValueOf(name))))
            {
                mistakes.Add(
                    name,
                    $"«{ValueOf(name)}» è il nome del mittente: il nome si scrive solo se il codice era di un altro "
                        + "Comune.");
            }
        }
    }

    // With two of them nobody could say where an unknown fund goes.
    private void OneTakesTheUnknown()
    {
        JToken[] takers =
        [
            .. root.SelectTokens("funds[*].acceptsUnknown").Where(token => token is JValue { Value: true }),
        ];
        foreach (JToken taker in takers.Skip(1))
        {
            mistakes.Add(taker, $"I fondi sconosciuti vanno già su {takers[0].Path}: può accoglierli un fondo solo.");
        }
    }

    private void Unique(string path) => Unique(root.SelectTokens(path));

    private void Unique(IEnumerable<JToken> codes)
    {
        Dictionary<string, JToken> first = new(StringComparer.Ordinal);
        foreach (JToken code in codes
            .Where(token => token.Type is JTokenType.String or JTokenType.Integer))
        {
            if (!first.TryAdd(ValueOf(code), code))
            {
                mistakes.Add(
                    code,
                    $"«{ValueOf(code)}» è già usato in {first[ValueOf(code)].Path}: ogni codice può comparire una "
                        + $"volta sola.");
            }
        }
    }

    private void Known(string path, string[] known, string what, string where)
    {
        foreach (JToken code in Texts(path).Where(code => !known.Contains(ValueOf(code), StringComparer.Ordinal)))
        {
            string hint = NearestName.Of(ValueOf(code), known) is { } nearest
                ? $" Forse si intendeva «{nearest}»?"
                : string.Empty;
            mistakes.Add(code, $"{what} «{ValueOf(code)}» non è fra quelli elencati in {where}.{hint}");
        }
    }

    // Files name Comuni and funds in many ways: a name must lead to one only.
    private void NamesOfOne(string list, params ReadOnlySpan<string> paths)
    {
        Dictionary<string, (JToken Owner, JToken Name)> owners = new(StringComparer.Ordinal);
        foreach (JObject owner in root.SelectTokens($"{list}[*]").OfType<JObject>())
        {
            foreach (string path in paths)
            {
                foreach (JToken name in owner.SelectTokens(path).Where(IsText))
                {
                    string key = NameKey.Of(ValueOf(name));
                    if (key.Length > 0 && !owners.TryAdd(key, (owner, name)) && owners[key].Owner != owner)
                    {
                        JToken first = owners[key].Name;
                        mistakes.Add(
                            name,
                            $"«{ValueOf(name)}» indica già {first.Path} («{ValueOf(first)}»): un nome deve indicare "
                                + $"uno solo.");
                    }
                }
            }
        }
    }

    private IEnumerable<JToken> Texts(string path) => root.SelectTokens(path).Where(IsText);

    private static bool IsText(JToken token) => token is JValue { Value: string { Length: > 0 } };

    private static string ValueOf(JToken token) => (string)token!;
}
