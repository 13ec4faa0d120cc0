using System.Reflection;
using HighLight.Notebooks.Packages;

namespace HighLight.Notebooks.Directives;

/// <summary>
/// The magic commands that the packages of a session bring. By convention an assembly in the package's folder
/// <c>interactive-extensions/dotnet</c> carries an attribute whose type name is <c>CellDirectiveSourceAttribute</c>, in any namespace, with
/// a public <c>Type DirectiveType</c>: see
/// <see cref="PackageDirective"/>.
/// </summary>
/// <param name="report">Told what is wrong with a package's directives; the package itself stays usable.</param>
internal sealed class PackageDirectives(Action<string> report)
{
    private const string AttributeName = "CellDirectiveSourceAttribute";

    private readonly Dictionary<string, PackageDirective> _directives = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => [.. _directives.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Takes in what an assembly of a package brings. Of two directives of one name the first stays.</summary>
    public void Add(Assembly assembly, ResolvedPackage package)
    {
        try
        {
            foreach (var type in Types(assembly))
            {
                var directive = PackageDirective.Create(type);
                if (!_directives.TryAdd(directive.Name, directive))
                {
                    report($"{package.Id} {package.Version} brings '{directive.Name}' as another package does; that of the first is used.");
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            report($"{package.Id} {package.Version}: {exception.Message}");
        }
    }

    /// <summary>The directive of a section.</summary>
    /// <exception cref="DirectiveException">No package brings it.</exception>
    public PackageDirective Find(DirectiveSection section) =>
        _directives.GetValueOrDefault(section.Name) ?? throw MagicCommands.Unsupported(section.Name, section.Line, Names);

    // By data first: an attribute that is made may need assemblies which are not there.
    private static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetCustomAttributesData().Any(data => IsSource(data.AttributeType))
            ? assembly.GetCustomAttributes().Where(attribute => IsSource(attribute.GetType())).Select(DirectiveType)
            : [];

    private static bool IsSource(Type type) => string.Equals(type.Name, AttributeName, StringComparison.Ordinal);

    private static Type DirectiveType(Attribute attribute) =>
        attribute.GetType().GetProperty("DirectiveType", BindingFlags.Public | BindingFlags.Instance)?.GetValue(attribute) as Type
        ?? throw new InvalidOperationException($"its {AttributeName} has no public Type DirectiveType");
}
