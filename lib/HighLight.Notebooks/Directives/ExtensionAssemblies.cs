using System.Reflection;
using System.Runtime.Loader;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Directives;

/// <summary>The assemblies by which a package extends a notebook, in its folder <c>interactive-extensions/dotnet</c>.</summary>
internal static class ExtensionAssemblies
{
    /// <summary>Loads them, as far as they are managed code.</summary>
    /// <param name="package">The package.</param>
    /// <param name="report">Told of those that cannot be loaded.</param>
    public static IReadOnlyList<Assembly> Load(ResolvedPackage package, Action<string> report)
    {
        string folder = Path.Combine(package.Folder, "interactive-extensions", "dotnet");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(
                file => Load(file, package, report)).OfType<Assembly>()]
            : [];
    }

    // A copy of an assembly that the package also has in lib/ is loaded from there, so that its types exist once.
    private static Assembly? Load(string file, ResolvedPackage package, Action<string> report)
    {
        try
        {
            var name = AssemblyName.GetAssemblyName(file);
            try
            {
                return AssemblyLoadContext.Default.LoadFromAssemblyName(name);
            }
            catch (FileNotFoundException)
            {
                return AssemblyLoadContext.Default.LoadFromAssemblyPath(file);
            }
        }
        catch (BadImageFormatException)
        {
            return null; // a native library
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report($"The extension {Path.GetFileName(file)} of {package.Id} {package.Version} cannot be loaded: {exception.Message}");
            return null;
        }
    }
}
