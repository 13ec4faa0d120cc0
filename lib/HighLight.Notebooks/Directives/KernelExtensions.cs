using System.Collections;
using System.Reflection;
using HighLight.Notebooks.Formatting;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Directives;

/// <summary>
/// Runs the compiled extensions of packages, which are written for .NET Interactive (<c>IKernelExtension</c>), as far as they register
/// formatters: these are taken over. All is found by name in the library that the package itself brings; the engine does not refer to it.
/// </summary>
/// <param name="formatters">Takes the formatters.</param>
/// <param name="report">Told of extensions that fail; the package itself stays usable.</param>
internal sealed class KernelExtensions(FormatterRegistry formatters, Action<string> report)
{
    private const string InterfaceName = "Microsoft.DotNet.Interactive.IKernelExtension";
    private const string FormatterName = "Microsoft.DotNet.Interactive.Formatting.Formatter";

    private readonly HashSet<object> _taken = new(ReferenceEqualityComparer.Instance);
    private ExtensionKernel? _kernel;

    /// <summary>Runs the extensions of an assembly.</summary>
    public async Task AddAsync(Assembly assembly, ResolvedPackage package)
    {
        if (!HasKernel(assembly))
        {
            return;
        }

        try
        {
            foreach (var type in assembly.GetExportedTypes().Where(type => type is { IsAbstract: false, IsClass: true }))
            {
                if (Array.Find(
                    type.GetInterfaces(), face => string.Equals(face.FullName, InterfaceName, StringComparison.Ordinal)) is { } face)
                {
                    await LoadAsync(Activator.CreateInstance(type)!, face);
                    TakeFormatters(assembly);
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            report($"The extension of {package.Id} {package.Version} was not run to its end: {TypeNames.OfValue(cause)}: {cause.Message}");
        }
    }

    // Without .NET Interactive among the packages the extension is meant for another kernel, which would bring it.
    private static bool HasKernel(Assembly extension)
    {
        try
        {
            foreach (var name in InteractiveReferences(extension))
            {
                Assembly.Load(name);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task LoadAsync(object extension, Type face)
    {
        var load = face.GetMethod("OnLoadAsync") ?? throw new MissingMethodException(face.FullName, "OnLoadAsync");
        _kernel ??= new ExtensionKernel(face.Assembly);
        await _kernel.LoadAsync(kernel =>
            (Task?)load.Invoke(extension, BindingFlags.DoNotWrapExceptions, binder: null, [kernel], culture: null) ?? Task.CompletedTask);
    }

    private void TakeFormatters(Assembly assembly)
    {
        if (FormatterType(assembly)?.GetMethod("RegisteredFormatters", [typeof(bool)])?.Invoke(null, [false]) is not IEnumerable registered)
        {
            return;
        }

        // The latest comes first there as well as here.
        foreach (object formatter in registered.Cast<object>().Where(_taken.Add).Reverse())
        {
            if (ForeignFormatter.Create(formatter) is { } taken)
            {
                formatters.Register(taken);
            }
        }
    }

    private static Type? FormatterType(Assembly extension) => InteractiveReferences(extension)
        .Select(name => Assembly.Load(name).GetType(FormatterName))
        .FirstOrDefault(type => type is not null);

    private static IEnumerable<AssemblyName> InteractiveReferences(Assembly extension) => extension.GetReferencedAssemblies()
        .Where(name => name.Name?.StartsWith("Microsoft.DotNet.Interactive", StringComparison.Ordinal) == true);
}
