namespace PianoZona.Architecture.Tests.Habits;

public sealed class EmptyCommentTests
{
    [Fact]
    public void Comments_OfTheProduct_SayMoreThanTheName() =>
        Expect.None(RepositoryFiles.Read("*.cs", "src").SelectMany(EmptyComments.In));

    [Theory]
    [InlineData("/// <summary>The period.</summary>\npublic Period Period { get; }", 1)]
    [InlineData("/// <summary>Reads it.</summary>\n[Pure]\npublic int Read(string text) => 1;", 1)]
    [InlineData("/// <param name=\"receipt\">The receipt.</param>", 1)]
    [InlineData("/// <summary>The period that a file is of.</summary>\npublic Period Period { get; }", 0)]
    [InlineData("/// <param name=\"receipt\">Number of the receipt.</param>", 0)]
    [InlineData("/// <summary>\n/// The period.\n/// </summary>", 0)]
    public void In_Snippet_FindsWhatOnlyRepeatsTheName(string text, int found) =>
        Assert.Equal(found, EmptyComments.In(new("src/A.cs", text)).Count());
}
