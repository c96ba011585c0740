using System.Reflection;
using System.Text;
using PianoZona.Web.Assets;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Tests;

/// <summary>Parts that pages are made of.</summary>
public sealed class PartTests
{
    private static readonly ActiveFilter Body = new("ente", "018030", "Comune: Carbonara al Ticino");
    private static readonly ActiveFilter Text = new("cerca", "a&b è", "Cerca: a&b è");

    [Theory]
    [InlineData(0, "oggi")]
    [InlineData(1, "domani")]
    [InlineData(-1, "ieri")]
    [InlineData(13, "fra 13 giorni")]
    [InlineData(-27, "27 giorni fa")]
    [InlineData(-1234, "1.234 giorni fa")]
    public void Distance_OfADay_IsSaidAsPeopleDo(int days, string expected)
    {
        DateOnly today = new(2026, 11, 27);

        Assert.Equal(expected, ItalianText.Distance(today.AddDays(days), today));
    }

    [Fact]
    public void StateWords_Everywhere_AreDifferentAndHaveAnIcon()
    {
        StateWord[] all =
        [
            .. typeof(StateWord).GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Select(property => (StateWord)property.GetValue(null)!),
            StateWord.JustifiedUntil("31/12/2026"),
        ];
        string sprite = Encoding.UTF8.GetString(
            StaticAssets.Find(StaticAssets.Icons[StaticAssets.Root.Length..])!.In(null).Span);

        Assert.Equal(all.Length, all.Select(state => state.Word).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, state => Assert.Contains($"id=\"{state.Icon}\"", sprite, StringComparison.Ordinal));
    }

    [Fact]
    public void Addresses_OfAList_KeepItsFiltersAndLeaveOutTheFirstPage()
    {
        ListState state = new("/invii", [Body, Text], Page: 2, Pages: 3);

        Assert.Equal("/invii?ente=018030&cerca=a%26b%20%C3%A8&pagina=3", state.AddressOf(3));
        Assert.Equal("/invii?ente=018030&cerca=a%26b%20%C3%A8", state.AddressOf(1));
        Assert.Equal("/invii?ente=018030", state.Without(Text));
        Assert.Equal("/invii", (state with { Filters = [Body] }).Without(Body));
    }
}
