using System.Diagnostics;

namespace HighLight.Experiments.Tests.Figures;

/// <summary>Draws pages in a headless Chromium that has no network; passed over where no Chromium is installed.</summary>
public class BrowserTests
{
    private static readonly string? s_chromium = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [SetUp]
    public void NeedsChromium() => Assume.That(s_chromium, Is.Not.Null, "No Chromium is installed.");

    [Test]
    public void NotebookPage_WithRequireJs_DrawsEveryFigureOnce()
    {
        var shown = Samples.Bars();
        var body = "<script>window.define = function () { throw 'not for require.js'; }; window.define.amd = {};</script>" +
            shown.ToHtml() + HighLightNotebook.Setup.ToHtml() + Samples.Bars("other").ToHtml() + shown.ToHtml();

        var page = Draw(body);

        Assert.That(Count(page, "class=\"main-svg\"") / 3, Is.EqualTo(3), "three figures of three layers each");
        Assert.That(page, Does.Not.Contain("The interactive figure needs scripts"));
        Assert.That(page, Does.Contain("id=\"define-kept\""));
    }

    [Test]
    public void NotebookPage_WithoutSetup_KeepsTheTable_AndNamesTheFix() =>
        Assert.That(Draw(Samples.Bars().ToHtml()), Does.Contain("run the notebook's first cell").And.Contain("<td").And.Not.Contain("main-svg"));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Draw(string body)
    {
        using var folder = new TemporaryFolder();
        var probe = "<script>setTimeout(function () { if (window.define) { document.body.insertAdjacentHTML('beforeend', '<i id=\"define-kept\"></i>'); } }, 5000);</script>";
        File.WriteAllText(folder.File("page.html"), $"<!DOCTYPE html><html><body>{body}{probe}</body></html>");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={folder.File("profile")}",
            "--virtual-time-budget=20000", "--dump-dom", $"file://{folder.File("page.html")}",
        ];
        using var process = Process.Start(new ProcessStartInfo(s_chromium!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var page = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return page;
    }
}
