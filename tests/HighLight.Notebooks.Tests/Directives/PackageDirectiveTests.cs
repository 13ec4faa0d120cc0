using HighLight.Notebooks.Directives;

namespace HighLight.Notebooks.Tests.Directives;

internal sealed class PackageDirectiveTests
{
    [Test]
    public async Task Invoke_Directive_GetsArgumentsAndShows()
    {
        var shown = new List<string>();
        var directive = PackageDirective.Create(typeof(Echo));
        await directive.InvokeAsync("a b", bundle => shown.Add(bundle["text/plain"]), CancellationToken.None);
        Assert.That((directive.Name, shown.Single()), Is.EqualTo(("#!echo", "a b")));
    }

    [TestCase(typeof(string), "public parameterless constructor")]
    [TestCase(typeof(object), "string Name")]
    [TestCase(typeof(Nameless), "its Name is ''")]
    [TestCase(typeof(Spaced), "its Name is '#!two words'")]
    [TestCase(typeof(Mute), "InvokeAsync(string, Action<IReadOnlyDictionary<string, string>>, CancellationToken)")]
    public void Create_PartOfTheConvention_SaysWhatIsMissing(Type type, string expected) =>
        Assert.That(() => PackageDirective.Create(type), Throws.InvalidOperationException.With.Message.Contains(expected));

    public class Echo
    {
        public virtual string Name => "#!echo";

        public Task InvokeAsync(string arguments, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation)
        {
            show(new Dictionary<string, string>(StringComparer.Ordinal) { ["text/plain"] = arguments });
            return Task.CompletedTask;
        }
    }

    public sealed class Nameless : Echo
    {
        public override string Name => null!;
    }

    public sealed class Spaced : Echo
    {
        public override string Name => "#!two words";
    }

    public sealed class Mute
    {
        public string Name => "#!mute";
    }
}
