using System.Buffers.Binary;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PianoZona.Web.Assets;
using PianoZona.Web.Layout;
using PianoZona.Web.Public;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The help, and the pictures in it.</summary>
public sealed class HelpPageTests
{
    private const int MostBytes = 48 * 1024;
    private const int MostPictures = 12;

    [Fact]
    public Task Render_Help_IsTheApprovedPage() => ApprovedPage.CheckAsync("aiuto.html", new HelpView());

    /// <summary>None is missing, none is left over, and none moves the page when it comes.</summary>
    [Fact]
    public async Task Render_Help_ShowsEveryPictureInItsOwnSize()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(new HelpView()));

        IElement[] shown = [.. page.QuerySelectorAll("figure img")];
        Assert.Equal(
            StaticAssets.List.Where(one => one.IsPicture).Select(one => StaticAssets.Root + one.Name)
                .Order(StringComparer.Ordinal),
            shown.Select(one => one.GetAttribute("src")!).Order(StringComparer.Ordinal));
        Assert.InRange(shown.Length, 1, MostPictures);
        Assert.All(shown, one =>
        {
            ReadOnlySpan<byte> bytes = StaticAssets
                .Find(one.GetAttribute("src")![StaticAssets.Root.Length..])!.In(null).Span;
            Assert.InRange(bytes.Length, 1, MostBytes);
            Assert.Equal(SizeOf(bytes), (one.GetAttribute("width"), one.GetAttribute("height")));
            Assert.Equal("lazy", one.GetAttribute("loading"));
            Assert.NotEmpty(one.GetAttribute("alt")!);
            Assert.NotEmpty(one.ParentElement!.QuerySelector("figcaption")!.TextContent);
        });
    }

    [Fact]
    public async Task Render_Help_LeadsToEachOfItsParts()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(new HelpView()));

        Assert.Equal(
            page.QuerySelectorAll("main h2").Skip(1).Select(head => (head.TextContent, (string?)$"#{head.Id}")),
            page.QuerySelectorAll("main nav[aria-labelledby] a")
                .Select(link => (link.TextContent, link.GetAttribute("href"))));
    }

    // WebP with a colour profile: one less than each size, in 24 bits (RFC 9649, 2.7).
    private static (string? Width, string? Height) SizeOf(ReadOnlySpan<byte> file)
    {
        Assert.True(file[8..16].SequenceEqual("WEBPVP8X"u8));
        return (At(file[24..]), At(file[27..]));

        static string At(ReadOnlySpan<byte> three) => FormattableString.Invariant(
            $"{(BinaryPrimitives.ReadInt32LittleEndian(three) & 0xFFFFFF) + 1}");
    }
}
