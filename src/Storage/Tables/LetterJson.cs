using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Notification;
using PianoZona.Hub;

namespace PianoZona.Storage.Tables;

/// <summary>The JSON of letters in the outbox: <c>Tipo</c> says which letter it is, then come its parts.</summary>
public static class LetterJson
{
    private const string Kind = "Tipo";

    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["promemoria"] = typeof(ReminderDigest),
        ["esito"] = typeof(ReceiptLetter),
        ["esito-per"] = typeof(ShareLetter),
        ["scarti"] = typeof(DiscrepancyLetter),
        ["settimana"] = typeof(SummaryLetter),
        ["spostata"] = typeof(MovedLetter),
        ["recapiti"] = typeof(UndeliveredLetter),
    };

    private static readonly StoredJson Form = new((_, property) =>
    {
        // Letters stay as they were before there were any of one fund, with a hash or an amount.
        if (property.PropertyName
                is nameof(MovedLetter.Fund) or nameof(ReceiptLetter.Sha256) or nameof(ReceiptLetter.Amount)
            && property.Required == Required.Default)
        {
            property.NullValueHandling = NullValueHandling.Ignore;
        }

        // As they were before a day could be past without making anybody late.
        if (property.PropertyName is nameof(Reminder.IsIndicative))
        {
            property.DefaultValueHandling = DefaultValueHandling.Ignore;
        }

        if (property.PropertyName is nameof(SummaryLetter.PastIndicative))
        {
            property.ShouldSerialize = letter => ((SummaryLetter)letter).PastIndicative.Count > 0;
        }

        // Named as it was first kept.
        if (property.PropertyName is nameof(DiscrepancyLetter.Discrepancies))
        {
            property.PropertyName = "Findings";
        }
    });

    /// <summary>Writes a letter.</summary>
    public static string Write(Letter letter)
    {
        JObject json = new() { [Kind] = Kinds.Single(kind => kind.Value == letter.GetType()).Key };
        json.Merge(Form.Tree(letter));
        return json.ToString(Formatting.None);
    }

    /// <exception cref="JsonException">It has another form, or is a letter that nobody knows.</exception>
    public static Letter Read(string json)
    {
        JObject tree = Form.Read<JObject>(json);
        return Kinds.TryGetValue((string?)tree[Kind] ?? string.Empty, out Type? kind)
            ? (Letter)Form.Read(tree, kind)
            : throw new JsonSerializationException($"A letter of kind '{tree[Kind]}' is not known.");
    }
}
