using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Decisions;

/// <summary>What may be decided about a deadline.</summary>
public sealed class PlannedOccurrenceTests
{
    private static readonly DateOnly Today = new(2026, 2, 1);

    private static readonly DeadlineMove Move = new(
        "spesa-sociale", "2025", null, Today.AddDays(180), null, "slitta", null, "ente-udp",
        new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("spesa-sociale", "2025-13")]
    [InlineData("spesa-sociale", "2025-T1")]
    [InlineData("nessuna", "2025")]
    public void Find_NoSuchOccurrence_IsNull(string deadline, string period)
    {
        using MemoryHub hub = new();
        Assert.Null(PlannedOccurrence.Find(hub.Ambito, deadline, period, Today));
    }

    [Fact]
    public void MistakeIn_MoveForAllForABodyOrBackAgain_IsNone()
    {
        Assert.Null(MistakeIn(Move));
        Assert.Null(MistakeIn(Move with { Body = "018030", Locks = Move.Date }));
        Assert.Null(MistakeIn(Move with { Date = null }));
        Assert.Null(MistakeIn(Move with { Date = Today.AddDays(730) }));
    }

    [Fact]
    public void MistakeIn_WhatCannotBeMeant_SaysWhichField()
    {
        Assert.Contains("«ente»", MistakeIn(Move with { Body = "999999" }), StringComparison.Ordinal);
        Assert.Contains("«fondo»", MistakeIn(Move with { Fund = "XYZ" }), StringComparison.Ordinal);
        Assert.Contains(
            "«data»",
            MistakeIn(Move with { Fund = "FNPS", Date = new DateOnly(2025, 1, 1) }),
            StringComparison.Ordinal);
        Assert.Contains("due anni", MistakeIn(Move with { Date = Today.AddDays(731) }), StringComparison.Ordinal);
        Assert.Contains("insieme", MistakeIn(Move with { Date = null, Locks = Today }), StringComparison.Ordinal);
        Assert.Contains("prima", MistakeIn(Move with { Locks = Today }), StringComparison.Ordinal);
    }

    private static string? MistakeIn(DeadlineMove move)
    {
        using MemoryHub hub = new();
        return PlannedOccurrence.Find(hub.Ambito, move.Deadline, move.Period, Today)!.MistakeIn(move);
    }
}
