using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Pages;
using PianoZona.EndToEnd.Workers;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PianoZona.EndToEnd.Support.LongestFirst", "PianoZona.EndToEnd.Tests")]

namespace PianoZona.EndToEnd.Support;

/// <summary>Begins with what takes longest, so that no long class is left alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(EveryPageTests), typeof(RunCommandTests), typeof(FillingWalkTests), typeof(InterruptionTests),
        typeof(ReadmeTests), typeof(SendingWalkTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(one => Array.FindIndex(
            Long, type => one.DisplayName.Contains(type.FullName!, StringComparison.Ordinal)) switch
        {
            < 0 => Long.Length,
            var place => place,
        });
}
