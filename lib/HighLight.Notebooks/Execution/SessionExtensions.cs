using HighLight.Notebooks.Directives;
using HighLight.Notebooks.Formatting;
using HighLight.Notebooks.Packages;
using Microsoft.CodeAnalysis.Scripting;

namespace HighLight.Notebooks.Execution;

/// <summary>How the packages of a session extend it: magic commands and formatters.</summary>
/// <param name="formatters">The formatters of the session.</param>
/// <param name="report">Told of what fails; it is silent in the notebook, as in .NET Interactive.</param>
internal sealed class SessionExtensions(FormatterRegistry formatters, Action<string> report)
{
    private readonly KernelExtensions _compiled = new(formatters, report);

    public PackageDirectives Directives { get; } = new(report);

    /// <summary>Takes in what a package brings.</summary>
    public async Task AddAsync(ResolvedPackage package, ScriptSession script)
    {
        foreach (var assembly in ExtensionAssemblies.Load(package, report))
        {
            Directives.Add(assembly, package);
            await _compiled.AddAsync(assembly, package);
        }

        if (ExtensionScript.Find(package) is { Length: > 0 } code
            && await script.TryAsync(code, $"{package.Id} extension.dib") is { } failure)
        {
            string what = failure is CompilationErrorException ? "does not compile: " : $"failed: {failure.GetType().Name}: ";
            report($"The extension of {package.Id} {package.Version} {what}{failure.Message}");
        }
    }
}
