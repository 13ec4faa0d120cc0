using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace HighLight.Architecture;

/// <summary>
/// Which folder of a compiled library uses which other one of it: a namespace is a folder, and constants and nameof leave no trace. Compiled into
/// each test project.
/// </summary>
internal static class FolderArrows
{
    /// <summary>The arrows as <c>From -> To, To</c>, a line for each folder that uses another; sub-folders are folders of their own.</summary>
    /// <param name="library">The path of the library.</param>
    /// <param name="root">The namespace of its root folder, which is written as <c>.</c>.</param>
    public static string[] Of(string library, string root)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(library));
        resolver.AddSearchDirectory(RuntimeEnvironment.GetRuntimeDirectory());
        using var assembly = AssemblyDefinition.ReadAssembly(library, new ReaderParameters { AssemblyResolver = resolver });
        return
        [
            .. assembly.MainModule.Types
                .Where(type => !IsGenerated(type))
                .SelectMany(type => Nested(type).SelectMany(Used).SelectMany(Parts)
                    .Select(used => (From: type.Namespace, To: NamespaceOf(used, assembly.MainModule))))
                .Where(arrow => arrow.To is not null && arrow.To != arrow.From)
                .Select(arrow => (From: Folder(arrow.From, root), To: Folder(arrow.To!, root)))
                .Distinct()
                .GroupBy(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal)
                .OrderBy(folder => folder.Key, StringComparer.Ordinal)
                .Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Order(StringComparer.Ordinal))}"),
        ];
    }

    /// <summary>The folders that reach themselves over others, each circle as its folders.</summary>
    /// <param name="arrows">As <see cref="Of"/> gives them.</param>
    public static string[] Circles(IEnumerable<string> arrows)
    {
        var next = arrows.Select(line => line.Split(" -> ")).ToDictionary(line => line[0], line => line[1].Split(", "), StringComparer.Ordinal);
        var reached = next.Keys.ToDictionary(folder => folder, folder => Reached(folder, next), StringComparer.Ordinal);
        return
        [
            .. next.Keys.Where(folder => reached[folder].Contains(folder))
                .Select(folder => reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)))
                .Select(circle => string.Join(", ", circle.Order(StringComparer.Ordinal)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reached(string folder, Dictionary<string, string[]> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([folder]);
        while (open.TryDequeue(out var from))
        {
            foreach (var to in next.GetValueOrDefault(from, []).Where(reached.Add))
            {
                open.Enqueue(to);
            }
        }

        return reached;
    }

    private static string Folder(string name, string root) =>
        name == root ? "." : name.StartsWith(root + ".", StringComparison.Ordinal) ? name[(root.Length + 1)..] : name;

    /// <summary>What the compiler adds stands in namespaces of its own.</summary>
    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.StartsWith('<') || !(type.Namespace + ".").StartsWith("HighLight.", StringComparison.Ordinal);

    private static IEnumerable<TypeDefinition> Nested(TypeDefinition type) => [type, .. type.NestedTypes.SelectMany(Nested)];

    private static string? NamespaceOf(TypeReference type, ModuleDefinition module)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
        {
            outer = declaring;
        }

        return outer is TypeDefinition definition && definition.Module == module && !IsGenerated(definition) ? definition.Namespace : null;
    }

    /// <summary>Every type that a type names: what it derives from, its members' types, its attributes and its code.</summary>
    private static IEnumerable<TypeReference?> Used(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(used => used.InterfaceType),
        .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. Attributes(type),
        .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Prepend(property.PropertyType)),
        .. type.Methods.SelectMany(Used),
    ];

    private static IEnumerable<TypeReference?> Used(MethodDefinition method) =>
    [
        method.ReturnType,
        .. Attributes(method),
        .. method.Parameters.SelectMany(parameter => Attributes(parameter).Prepend(parameter.ParameterType)),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(Used) : [],
    ];

    private static IEnumerable<TypeReference?> Used(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. method.GenericArguments, .. Signature(method)],
        MethodReference method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(
        attribute => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    /// <summary>The type and what it is made of: elements of arrays, arguments of generics.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
