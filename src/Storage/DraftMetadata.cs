using System.Globalization;
using PianoZona.Hub.Ports;

namespace PianoZona.Storage;

/// <summary>
/// What stands beside the bytes of a draft, and beside what was found in it: metadata of their blobs.
/// </summary>
internal static class DraftMetadata
{
    private const string FlowMetadata = "flusso";
    private const string PeriodMetadata = "periodo";
    private const string BodyMetadata = "ente";
    private const string VersionMetadata = "versione";
    private const string OutcomeMetadata = "esito";

    /// <summary>What is known of a draft.</summary>
    public static Dictionary<string, string> Of(DraftFacts facts)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal)
        {
            [ReceivedFile.NameMetadata] = Uri.EscapeDataString(facts.FileName),
            [ReceivedFile.AuthorMetadata] = facts.By,
        };
        Add(FlowMetadata, facts.Flow);
        Add(PeriodMetadata, facts.Period);
        Add(BodyMetadata, facts.Body);
        Add(ReceivedFile.NilMetadata, facts.NilReturn ? ReceivedFile.Yes : null);
        Add(ReceivedFile.SequenceMetadata, facts.Sequence?.ToString(CultureInfo.InvariantCulture));
        return metadata;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                metadata[name] = value;
            }
        }
    }

    /// <summary>What is known of the draft that has these.</summary>
    public static DraftFacts FactsIn(IDictionary<string, string> metadata) => new(
        Uri.UnescapeDataString(metadata[ReceivedFile.NameMetadata]),
        metadata[ReceivedFile.AuthorMetadata],
        ValueIn(metadata, FlowMetadata),
        ValueIn(metadata, PeriodMetadata))
    {
        Body = ValueIn(metadata, BodyMetadata),
        NilReturn = ValueIn(metadata, ReceivedFile.NilMetadata) is not null,
        Sequence = ValueIn(metadata, ReceivedFile.SequenceMetadata) is { } sequence
            ? long.Parse(sequence, NumberStyles.None, CultureInfo.InvariantCulture)
            : null,
    };

    /// <summary>What was found, in short.</summary>
    public static Dictionary<string, string> Of(DraftMark mark) => new(StringComparer.Ordinal)
    {
        [VersionMetadata] = Uri.EscapeDataString(mark.Version), [OutcomeMetadata] = mark.Text,
    };

    /// <summary>What was found in short, of what has these; null = nothing.</summary>
    public static DraftMark? MarkIn(IDictionary<string, string> metadata) =>
        ValueIn(metadata, VersionMetadata) is { } version
            ? DraftMark.Read(Uri.UnescapeDataString(version), ValueIn(metadata, OutcomeMetadata))
            : null;

    private static string? ValueIn(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? value) ? value : null;
}
