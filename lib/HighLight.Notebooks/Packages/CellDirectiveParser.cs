using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Finds the directives of a cell with the C# lexer, so that look-alikes in strings, comments and code switched off by <c>#if</c> are left alone.
/// </summary>
public static partial class CellDirectiveParser
{
    private const string NuGetPrefix = "nuget:";

    /// <summary>Parses the directives of a cell.</summary>
    /// <exception cref="DirectiveException">A package directive is malformed, or the cell holds a magic command.</exception>
    public static CellDirectives Parse(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            return new CellDirectives(code, [], [], null);
        }

        var packages = ImmutableArray.CreateBuilder<PackageRequest>();
        var sources = ImmutableArray.CreateBuilder<string>();
        int? firstLine = null;
        char[] text = code.ToCharArray();
        var tree = CSharpSyntaxTree.ParseText(code, CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest));
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(IsActiveDirective))
        {
            int line = tree.GetLineSpan(trivia.Span).StartLinePosition.Line + 1;
            if (Read(trivia, line, packages, sources))
            {
                firstLine ??= line;
                text.AsSpan(trivia.SpanStart, 2).Fill('/');
            }
        }

        return new CellDirectives(new string(text), packages.ToImmutable(), sources.ToImmutable(), firstLine);
    }

    private static bool IsActiveDirective(SyntaxTrivia trivia) => trivia.IsDirective && trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true };

    private static bool Read(SyntaxTrivia trivia, int line, ImmutableArray<PackageRequest>.Builder packages, ImmutableArray<string>.Builder sources)
    {
        string directive = trivia.ToString().Trim();
        if (trivia.GetStructure() is ReferenceDirectiveTriviaSyntax reference)
        {
            string target = reference.File.ValueText.Trim();
            if (!target.StartsWith(NuGetPrefix, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            packages.Add(ParsePackage(target[NuGetPrefix.Length..], line));
            return true;
        }

        if (directive.StartsWith("#!", StringComparison.Ordinal))
        {
            throw new DirectiveException(line, $"The magic command '{FirstWord(directive)}' is not supported: cells are C#, with the directives #r \"nuget: Id, Version\", #r \"path.dll\", #i \"nuget: source\" and #load \"path.csx\". Remove it.");
        }

        if (directive.StartsWith("#:", StringComparison.Ordinal))
        {
            throw new DirectiveException(line, $"'{FirstWord(directive)}' belongs to file-based apps; in a notebook a package is referenced with #r \"nuget: Id, Version\".");
        }

        if (SourceDirective().IsMatch(directive))
        {
            var match = SourceTarget().Match(directive);
            sources.Add(match.Success ? match.Groups["source"].Value : throw new DirectiveException(line, $"'{directive}' is not a package source; write #i \"nuget: https://…\" or #i \"nuget: folder\"."));
            return true;
        }

        return false;
    }

    private static PackageRequest ParsePackage(string text, int line)
    {
        string[] parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        string? version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        if (!PackageId().IsMatch(parts[0]) || (version is not null && !PackageVersion().IsMatch(version)))
        {
            throw new DirectiveException(line, $"'nuget:{text}' is not a package; write #r \"nuget: Id, Version\", for example #r \"nuget: ParquetSharp, 25.0.1.2\".");
        }

        return new PackageRequest(parts[0], version);
    }

    private static string FirstWord(string directive) => directive.Split([' ', '\t'], 2)[0];

    [GeneratedRegex(@"^#\s*i\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceDirective();

    [GeneratedRegex("""^#\s*i\s+"\s*nuget:\s*(?<source>[^"]*[^"\s])\s*"$""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceTarget();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^[\[(]?[0-9A-Za-z.*+\-, ]{1,200}[\])]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageVersion();
}
