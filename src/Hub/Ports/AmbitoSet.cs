using System.Collections.Frozen;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Hub.Ports;

/// <summary>The Ambiti of this deployment, at one moment. Sender codes are unique in it.</summary>
public sealed class AmbitoSet
{
    private readonly FrozenDictionary<string, Ambito> byCode;
    private readonly FrozenDictionary<string, Ambito> bySender;

    /// <summary>Puts the Ambiti together; a sender that two of them claim belongs to the first by code.</summary>
    public AmbitoSet(IEnumerable<Ambito> ambiti)
    {
        All = WithTheirCodes([.. ambiti.OrderBy(ambito => ambito.Code, StringComparer.Ordinal)]);
        byCode = All.ToFrozenDictionary(ambito => ambito.Code, StringComparer.Ordinal);
        bySender = All
            .SelectMany(ambito => ambito.Senders.Select(sender => (sender.Code, Ambito: ambito)))
            .Concat(All.SelectMany(ambito => FormerCodes(ambito).Select(code => (Code: code, Ambito: ambito))))
            .DistinctBy(pair => pair.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(pair => pair.Code, pair => pair.Ambito, StringComparer.Ordinal);
    }

    /// <summary>All, by code.</summary>
    public IReadOnlyList<Ambito> All { get; }

    /// <summary>The Ambito with a code; null when there is none.</summary>
    public Ambito? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The Ambito that a sender belongs to; null when it is not known.</summary>
    public Ambito? OfSender(string sender) => bySender.GetValueOrDefault(sender);

    private static IEnumerable<string> FormerCodes(Ambito ambito) =>
        ambito.Senders.SelectMany(sender => sender.FormerCodes).Select(former => former.Code);

    // What was sent under a code that another Ambito has is that Ambito's: nobody else reads it.
    private static IReadOnlyList<Ambito> WithTheirCodes(IReadOnlyList<Ambito> ambiti)
    {
        HashSet<string> taken =
            ambiti.SelectMany(ambito => ambito.Senders).Select(sender => sender.Code).ToHashSet(StringComparer.Ordinal);
        return [.. ambiti.Select(ambito => FormerCodes(ambito).Any() ? Without(ambito, taken) : ambito)];
    }

    private static Ambito Without(Ambito ambito, HashSet<string> taken) => ambito with
    {
        Senders =
        [
            .. ambito.Senders.Select(sender => sender with
            {
                FormerCodes = [.. sender.FormerCodes.Where(former => taken.Add(former.Code))],
            }),
        ],
    };
}
