using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Loads the assemblies and native libraries of restored packages into the default load context. Roslyn would load what the default context
/// does not find into a context of its own, where native libraries are not found and types are doubled.
/// </summary>
internal sealed class PackageAssemblies : IDisposable
{
    private readonly Dictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);
    private readonly AssemblyLoadContext _apart = new("newer than the engine's");
    private readonly Lock _lock = new();

    public PackageAssemblies()
    {
        AssemblyLoadContext.Default.Resolving += ResolveManaged;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    public void Add(ResolvedPackages packages)
    {
        lock (_lock)
        {
            foreach (string file in packages.Runtime)
            {
                _managed[Path.GetFileNameWithoutExtension(file)] = file;
            }

            foreach (string file in packages.Native)
            {
                foreach (string name in NativeNames(file))
                {
                    _native[name] = file;
                }
            }
        }
    }

    public void Dispose()
    {
        AssemblyLoadContext.Default.Resolving -= ResolveManaged;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll -= ResolveNative;
    }

    // The names by which code may ask for libfoo.so: libfoo.so, libfoo, foo.
    private static IEnumerable<string> NativeNames(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        yield return Path.GetFileName(file);
        yield return name;
        if (name.StartsWith("lib", StringComparison.Ordinal))
        {
            yield return name[3..];
        }
    }

    private Assembly? ResolveManaged(AssemblyLoadContext context, AssemblyName name)
    {
        if (Find(_managed, name.Name) is not { } file)
        {
            return null;
        }

        try
        {
            return context.LoadFromAssemblyPath(file);
        }
        catch (FileLoadException)
        {
            // The engine itself uses an older version of it, which stays where it is.
            return _apart.LoadFromAssemblyPath(file);
        }
    }

    private nint ResolveNative(Assembly assembly, string name) => Find(_native, name) is { } file ? NativeLibrary.Load(file) : 0;

    private string? Find(Dictionary<string, string> files, string? name)
    {
        lock (_lock)
        {
            return name is null ? null : files.GetValueOrDefault(name);
        }
    }
}
