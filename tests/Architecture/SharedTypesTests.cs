namespace PianoZona.Architecture.Tests;

public sealed class SharedTypesTests
{
    private static readonly SourceFile[] Sources = [.. RepositoryFiles.Read("*.cs", "src/Contracts")];

    [Fact]
    public void Types_OfContracts_AreKnownByTwoRooms() =>
        Expect.None(SharedTypes.UsedByOneRoom(AppContext.BaseDirectory, Sources));
}
