using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PianoZona.Web.Public;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Takes the pictures of the help of the pages that a browser is at, and looks whether they show what is said of them.
/// With PIANOZONA_APPROVE=1 they are kept: look at each before it is committed.
/// </summary>
internal sealed partial class Camera(IPage page)
{
    private const int Quality = 60;
    private const int MostBytes = 48 * 1024;

    // Where the heading is, with some ground above it.
    private const string Top = "() => Math.max(0, document.querySelector('h1').getBoundingClientRect().top - 12)";

    // Where nobody waits to type, no cursor blinks in the picture. The words of a file's button are the browser's, and
    // this one speaks English alone.
    private const string InItalian =
        """
        () => {
          document.activeElement?.blur();
          for (const input of document.querySelectorAll('input[type=file]')) {
            const [words, button] = [document.createElement('div'), document.createElement('button')];
            button.className = 'btn btn-outline-primary';
            button.textContent = input.multiple ? 'Scegli i file' : 'Scegli file';
            words.append(button, ' Nessun file selezionato');
            words.className = 'in-italiano';
            words.style.marginTop = '14px';
            input.hidden = true;
            input.after(words);
          }
        }
        """;

    private const string AsItWas =
        """
        () => {
          document.querySelectorAll('.in-italiano').forEach(words => words.remove());
          document.querySelectorAll('input[type=file]').forEach(input => { input.hidden = false; });
        }
        """;

    // Which words no text between two heights says.
    private const string Missing =
        """
        ([words, top, bottom]) => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const seen = [];
          while (texts.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            const box = range.getBoundingClientRect();
            if (box.width > 1 && box.top >= top && box.bottom <= bottom && box.right <= innerWidth) {
              seen.push(texts.currentNode.textContent.replace(/\s+/g, ' ').trim());
            }
          }
          return words.filter(word => !seen.some(text => text.includes(word)));
        }
        """;

    /// <summary>What the pages said that were taken.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>The pictures that were taken.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>What a text says between «».</summary>
    public static IEnumerable<string> NamedIn(string text) =>
        Named().Matches(text).Select(one => one.Groups[1].Value.Replace('\n', ' '));

    /// <summary>Takes a picture of the page as it is.</summary>
    public async Task TakeAsync(string name)
    {
        HelpPicture picture = HelpPicture.All.Single(one => one.Name == name);
        await page.EvaluateAsync("() => scrollTo(0, 0)");
        double top = await page.EvaluateAsync<double>(Top);
        string[] words = [.. NamedIn($"{picture.Alt} {picture.Caption}")];
        Assert.NotEmpty(words);
        string[] missing = await page.EvaluateAsync<string[]>(
            Missing, new object[] { words, top, top + picture.Height });
        Assert.True(missing.Length == 0, $"{name} does not show: {string.Join(", ", missing)}");
        byte[] bytes = await WebPAsync(top, picture.Height);
        Assert.InRange(bytes.Length, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(Folder(), $"{name}.webp"), bytes);
        }

        Texts.Add(await page.Locator("body").InnerTextAsync());
        Taken.Add(name);
    }

    private async Task<byte[]> WebPAsync(double top, int height)
    {
        await page.EvaluateAsync(InItalian);
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        System.Text.Json.JsonElement? taken = await session.SendAsync(
            "Page.captureScreenshot",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["format"] = "webp",
                ["quality"] = Quality,
                ["captureBeyondViewport"] = true,
                ["clip"] = new JsonObject
                {
                    ["x"] = 0, ["y"] = top, ["width"] = HelpPicture.Width, ["height"] = height, ["scale"] = 1,
                },
            });
        await session.DetachAsync();
        await page.EvaluateAsync(AsItWas);
        return taken!.Value.GetProperty("data").GetBytesFromBase64();
    }

    private static string Folder([CallerFilePath] string caller = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../../src/Web/Assets/Pictures"));

    [GeneratedRegex("«([^»]+)»", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
