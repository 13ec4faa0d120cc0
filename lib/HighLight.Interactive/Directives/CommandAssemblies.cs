using System.Reflection;
using System.Runtime.Loader;

namespace HighLight.Interactive.Directives;

/// <summary>
/// The way to the verbs of the tool. A kernel brings a System.CommandLine of its own, of another version, and an assembly of the host
/// wins over a package's. So where this package was installed from a feed, the verbs and what they need in their own version are loaded
/// from the package's folder <c>commands</c>, apart from the host; everything else is shared. Only types of .NET cross the border.
/// </summary>
internal sealed class CommandAssemblies
{
    private readonly RunVerb _run;
    private readonly Func<string, string, (int Start, string[] Values)> _complete;
    private readonly Func<(string Verb, string Description, KeyValuePair<string, string>[] Options)[]> _describe;

    private CommandAssemblies(Assembly assembly)
    {
        var verbs = assembly.GetType(typeof(Verbs).FullName!, throwOnError: true)!;
        _run = Method<RunVerb>(nameof(Verbs.RunAsync));
        _complete = Method<Func<string, string, (int, string[])>>(nameof(Verbs.Complete));
        _describe = Method<Func<(string, string, KeyValuePair<string, string>[])[]>>(nameof(Verbs.Describe));

        T Method<T>(string name)
            where T : Delegate => verbs.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();
    }

    private delegate Task<string?> RunVerb(
        string[] words, string folder, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation);

    /// <summary>Those of the package that this assembly belongs to; without a package, those beside it.</summary>
    public static CommandAssemblies Find()
    {
        var own = typeof(CommandAssemblies).Assembly;
        // lib/net10.0 and interactive-extensions/dotnet hold the same assembly, and a kernel may take either.
        var package = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(own.Location)!, "..", ".."));
        var folder = Path.Combine(package, "interactive-extensions", "dotnet", "commands");
        return new(Directory.Exists(folder) ? new Context(folder, own).LoadFromAssemblyPath(own.Location) : own);
    }

    /// <summary>See <see cref="Verbs.RunAsync"/>.</summary>
    public Task<string?> RunAsync(
        string[] words, string folder, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation) =>
        _run(words, folder, show, cancellation);

    /// <summary>See <see cref="Verbs.Complete"/>.</summary>
    public (int Start, string[] Values) Complete(string arguments, string folder) => _complete(arguments, folder);

    /// <summary>See <see cref="Verbs.Describe"/>.</summary>
    public (string Verb, string Description, KeyValuePair<string, string>[] Options)[] Describe() => _describe();

    private sealed class Context(string folder, Assembly own) : AssemblyLoadContext("HighLight commands")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file)
                : string.Equals(assemblyName.Name, own.GetName().Name, StringComparison.Ordinal) ? LoadFromAssemblyPath(own.Location)
                : Default.LoadFromAssemblyName(assemblyName); // asks the host, which knows what was restored
        }
    }
}
