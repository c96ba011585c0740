using PianoZona.Testing;

namespace PianoZona.Architecture.Tests.Documents;

public sealed class RoomsPictureTests
{
    private static readonly string Picture = RoomsPicture.Draw(RepositoryFiles.Read("*.csproj", "src"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.it.md")]
    public void Picture_OfTheRooms_IsThatOfTheProjects(string readme) =>
        ApprovedDocument.Check(readme, ("stanze", Picture));

    [Fact]
    public void Arrows_OfThePicture_AllGoOneWay() => Assert.Empty(RoomsPicture.InCircles(Picture));

    [Fact]
    public void Arrows_InACircle_AreFound() =>
        Assert.Equal(["A", "B"], RoomsPicture.InCircles("flowchart TD\n    A --> B\n    B --> A\n    C --> A"));

    [Fact]
    public void Draw_ReachedAnotherWay_HasNoArrowOfItsOwn() => Assert.Equal(
        "```mermaid\nflowchart TD\n    A --> B\n    B --> C\n```",
        RoomsPicture.Draw([Project("A", "B", "C"), Project("B", "C"), Project("C")]));

    private static SourceFile Project(string name, params string[] seen)
    {
        IEnumerable<string> references = seen.Select(one => $"<ProjectReference Include=\"../{one}/{one}.csproj\" />");
        return new(
            $"src/{name}/{name}.csproj", $"<Project><ItemGroup>{string.Concat(references)}</ItemGroup></Project>");
    }
}
