using HighLight.Interactive.Display;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Formatting;
using XPlot.Plotly;

namespace HighLight.Interactive.Tests.Display;

/// <summary>The table of formatters that a kernel process has, in whatever order extensions and cells fill it.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class KernelFormattersTests
{
    private const string Html = "text/html";

    private static readonly DataFrame Frame = new(new DoubleDataFrameColumn("energy_pJ", [1.5]));

    private static string Shown => Frame.ToDisplayString(Html);

    private static string Ours => DataFrameView.Of(Frame).ToHtml();

    [SetUp]
    [TearDown]
    public void Reset() => Formatter.ResetToDefault();

    [Test]
    public void Chart_AnyKind_IsShownAsAFigureInThreeMimeTypes()
    {
        KernelFormatters.Register();
        var chart = Chart.Line(new[] { 1, 2 });
        string[] mimeTypes = [Html, "text/plain", "application/vnd.plotly.v1+json"];
        Assert.That(Formatter.GetPreferredMimeTypesFor(chart.GetType()), Is.EquivalentTo(mimeTypes));
        Assert.That(chart.ToDisplayString(Html), Does.Contain("data-highlight-figure").And.Not.Contain("cdn"));
    }

    [Test]
    public void DataFrame_OtherExtensionBefore_IsOurs()
    {
        RegisterOther();
        KernelFormatters.Register();
        Assert.That(Shown, Is.EqualTo(Ours));
    }

    [Test]
    public async Task DataFrame_OtherExtensionBetweenLoadingAndTheNextCommand_IsOurs()
    {
        using var kernel = LoadedKernel();
        RegisterOther();
        Assert.That(Shown, Is.EqualTo("other"));
        await NextCommandAsync(kernel);
        Assert.That(Shown, Is.EqualTo(Ours));
    }

    [Test]
    public async Task DataFrame_OtherExtensionLoadedLater_IsOurs()
    {
        var isLoaded = false;
        using var kernel = LoadedKernel(() => isLoaded);
        await NextCommandAsync(kernel);
        isLoaded = true;
        RegisterOther();
        await NextCommandAsync(kernel);
        Assert.That(Shown, Is.EqualTo(Ours));
    }

    [Test]
    public async Task DataFrame_FormatterOfTheUser_Wins()
    {
        using var kernel = LoadedKernel();
        await NextCommandAsync(kernel);
        RegisterOther();
        await NextCommandAsync(kernel);
        await NextCommandAsync(kernel);
        Assert.That(Shown, Is.EqualTo("other"));
    }

    private static void RegisterOther() => Formatter.Register<DataFrame>((_, writer) => writer.Write("other"), Html);

    private static CompositeKernel LoadedKernel(Func<bool>? otherIsLoaded = null)
    {
        KernelFormatters.Register();
        var kernel = new CompositeKernel();
        KernelFormatters.StayAhead(kernel, otherIsLoaded ?? (() => false));
        return kernel;
    }

    private static Task NextCommandAsync(CompositeKernel kernel) => kernel.SendAsync(new RequestKernelInfo());
}
