using System.Collections.Immutable;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Parameters.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HighLight.Notebooks.Parameters;

/// <summary>The compiler's view of the variables that a cell declares at its top level. Nothing is run.</summary>
internal static class DeclarationParser
{
    // Lists within lists by the thousand have a name as long; no value is given for them.
    private const int LongestType = 1000;

    private static readonly CSharpParseOptions Script = new(CellLanguage.CSharpVersion, kind: SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"]);

    /// <summary>The variables in order, each with the type that the compiler gives it.</summary>
    public static ImmutableArray<DeclaredParameter> Parse(string code, CancellationToken cancellation)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Script, cancellationToken: cancellation);
        var references = CellOptions.FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file));
        var model = CSharpCompilation.CreateScriptCompilation("Parameters", tree, references, Options).GetSemanticModel(tree);
        var parameters = ImmutableArray.CreateBuilder<DeclaredParameter>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in tree.GetCompilationUnitRoot(cancellation).Members.OfType<FieldDeclarationSyntax>())
        {
            foreach (var variable in field.Declaration.Variables)
            {
                cancellation.ThrowIfCancellationRequested();
                if (model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol { Name.Length: > 0 } symbol && names.Add(symbol.Name))
                {
                    parameters.Add(Describe(variable, symbol));
                }
            }
        }

        return parameters.ToImmutable();
    }

    private static DeclaredParameter Describe(VariableDeclaratorSyntax variable, IFieldSymbol symbol)
    {
        string type = symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        string identifier = variable.Identifier.Text;
        string target = symbol.IsConst ? $"const {type} {identifier}" : symbol.IsReadOnly ? $"readonly {type} {identifier}" : identifier;
        bool nullable = variable.Initializer?.Value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
        var values = type.Length > LongestType ? null : ParameterTypes.Of(symbol.Type, nullable);
        return new DeclaredParameter(symbol.Name, target, type, values) { IsKnown = symbol.Type.TypeKind != TypeKind.Error };
    }
}
