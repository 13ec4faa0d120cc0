using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>An enumeration that is known before the run; a value is the name of a member.</summary>
internal sealed class EnumType : IParameterType
{
    private const int MostShown = 20;

    private readonly string _type;
    private readonly ImmutableArray<string> _members;

    /// <param name="type">The enumeration.</param>
    public EnumType(INamedTypeSymbol type)
    {
        _members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.Name)];

        // One that a cell declares has no name that begins at a namespace.
        bool isOfCell = Outermost(type).IsScriptClass;
        _type = type.ToDisplayString(
            isOfCell ? SymbolDisplayFormat.MinimallyQualifiedFormat : SymbolDisplayFormat.FullyQualifiedFormat);
    }

    public string Legal =>
        $"a member of the enumeration: {string.Join(", ", _members.Take(MostShown))}{(_members.Length > MostShown ? ", …" : "")}";

    public ParameterLiteral FromText(string text) => _members.Contains(text.Trim(), StringComparer.Ordinal)
        ? ParameterLiteral.Of($"{_type}.{Identifier(text.Trim())}")
        : ParameterLiteral.NotLegal(text, this);

    public ParameterLiteral FromJson(JsonElement json) =>
        UnicodeText.Of(json) is { } text ? FromText(text) : ParameterLiteral.NotLegal(json, this);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
