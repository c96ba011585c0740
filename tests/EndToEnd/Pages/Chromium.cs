using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>A real browser without a window, with a profile of its own for each page.</summary>
internal static partial class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private static readonly string[] Quiet =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>How many sheets of paper a page takes.</summary>
    public static Task<int> CountSheetsAsync(string html) => InFolderAsync(async folder =>
    {
        string pdf = Path.Combine(folder, "pagina.pdf");
        await RunAsync(folder, "--no-pdf-header-footer", $"--print-to-pdf={pdf}", await SaveAsync(folder, html));
        return PdfPage().Count(await File.ReadAllTextAsync(pdf, System.Text.Encoding.Latin1));
    });

    /// <summary>
    /// What a script says about a page that is shown at a width: its frame is <c>view</c>, and what it returns is a
    /// text.
    /// </summary>
    /// <param name="html">The page.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="script">Body of a function of <c>view</c>, the window of the page.</param>
    /// <param name="dark">Whether the reader prefers light text on a dark ground.</param>
    public static Task<string> AskAsync(string html, int width, string script, bool dark = false) =>
        InFolderAsync(async folder =>
        {
            string frame = $$"""
                <!DOCTYPE html><html style="color-scheme: {{(dark ? "dark" : "light")}}"><body>
                <iframe id="f" style="width:{{width}}px;height:900px;border:0" srcdoc="{{WebUtility.HtmlEncode(
                    html
                )}}"></iframe><output id="o"></output>
                <script>addEventListener('load', () => {
                  const view = document.getElementById('f').contentWindow;
                  document.getElementById('o').textContent = '[[' + (view => { {{script}} })(view) + ']]';
                });</script></body></html>
                """;
            string dom = await RunAsync(folder, "--dump-dom", await SaveAsync(folder, frame));
            return WebUtility.HtmlDecode(Answer().Match(dom).Groups[1].Value);
        });

    /// <summary>What becomes of a page at its own address, and what the browser says of it.</summary>
    public static Task<(string Dom, string Messages)> VisitAsync(Uri page) => InFolderAsync(folder =>
        TellAsync(folder, "--enable-logging=stderr", "--virtual-time-budget=3000", "--dump-dom", page.AbsoluteUri));

    private static async Task<string> SaveAsync(string folder, string html)
    {
        string path = Path.Combine(folder, "pagina.html");
        await File.WriteAllTextAsync(path, html);
        return new Uri(path).AbsoluteUri;
    }

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-browser-");
        try
        {
            return await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string folder, params string[] arguments) =>
        (await TellAsync(folder, arguments)).Output;

    private static async Task<(string Output, string Error)> TellAsync(string folder, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(Find(), [.. Quiet, $"--user-data-dir={folder}/profilo", .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            })!;
        using CancellationTokenSource limit = new(Patience.Limit);
        Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
        string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await error);
        return (output, await error);
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is not installed: test.sh says how.");

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PdfPage();

    [GeneratedRegex(@"\[\[(.*?)\]\]</output>", RegexOptions.CultureInvariant | RegexOptions.Singleline, 10_000)]
    private static partial Regex Answer();
}
