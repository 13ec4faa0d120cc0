using System.Collections.Immutable;
using HighLight.Notebooks.Execution;
using HighLight.Notebooks.Parameters.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HighLight.Notebooks.Parameters;

/// <summary>
/// The variables that a cell declares at its top level, in order, each with the type that the compiler gives it. Nothing is run.
/// </summary>
internal static class DeclaredParameters
{
    private static readonly CSharpParseOptions Script = new(CellLanguage.CSharpVersion, kind: SourceCodeKind.Script);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        usings: ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"]);

    public static ImmutableArray<DeclaredParameter> Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Script);
        var references = CellOptions.FrameworkFiles().Select(file => MetadataReference.CreateFromFile(file));
        var model = CSharpCompilation.CreateScriptCompilation("Parameters", tree, references, Options).GetSemanticModel(tree);
        return
        [
            .. tree.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>()
                .SelectMany(field => field.Declaration.Variables)
                .Select(variable => (Variable: variable, Symbol: model.GetDeclaredSymbol(variable) as IFieldSymbol))
                .Where(declared => declared.Symbol is { Name.Length: > 0 })
                .DistinctBy(declared => declared.Symbol!.Name, StringComparer.Ordinal)
                .Select(declared => Describe(declared.Variable, declared.Symbol!)),
        ];
    }

    private static DeclaredParameter Describe(VariableDeclaratorSyntax variable, IFieldSymbol symbol)
    {
        string type = symbol.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        string identifier = variable.Identifier.Text;
        string target = symbol.IsConst ? $"const {type} {identifier}" : symbol.IsReadOnly ? $"readonly {type} {identifier}" : identifier;
        bool nullable = variable.Initializer?.Value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
        return new DeclaredParameter(symbol.Name, target, type, ParameterTypes.Of(symbol.Type, nullable));
    }
}
