using System.Collections.Immutable;
using System.Text.RegularExpressions;
using HighLight.Notebooks.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// Finds the directives of a cell with the C# lexer, so that look-alikes in strings, comments and code switched off by <c>#if</c> are left
/// alone.
/// </summary>
public static partial class CellDirectiveParser
{
    private const string NuGetPrefix = "nuget:";

    private static readonly CSharpParseOptions Script =
        CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(CellLanguage.CSharpVersion);

    /// <summary>Parses the directives of a cell.</summary>
    /// <exception cref="DirectiveException">
    /// A directive is malformed or not for notebooks; magic commands that nobody knows are found when the cell runs.
    /// </exception>
    public static CellDirectives Parse(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            return new CellDirectives(code, [], [], null, [new CodeSection(1, code)], IsTimed: false);
        }

        var cell = new CellDivision(code);
        var packages = ImmutableArray.CreateBuilder<PackageRequest>();
        var sources = ImmutableArray.CreateBuilder<string>();
        int? firstLine = null;
        for (int start = 0; start < code.Length;)
        {
            start = ReadCode(start);
        }

        return new CellDirectives(cell.Code, packages.ToImmutable(), sources.ToImmutable(), firstLine, cell.Sections(), cell.IsTimed);

        // Reads directives up to a Markdown section, whose text means nothing to the lexer; returns where code goes on.
        int ReadCode(int start)
        {
            foreach (var (trivia, position) in Directives(code, start))
            {
                string directive = cell.Line(position);
                if (MagicCommands.IsMagic(directive))
                {
                    if (cell.AddMagic(position, directive) is { } end)
                    {
                        return end;
                    }
                }
                else if (Read(trivia, directive, cell.LineNumber(position), packages, sources))
                {
                    firstLine ??= cell.LineNumber(position);
                    cell.Comment(position);
                }
            }

            return code.Length;
        }
    }

    private static IEnumerable<(SyntaxTrivia Trivia, int Position)> Directives(string code, int start) =>
        SyntaxFactory.ParseTokens(code, start, initialTokenPosition: start, options: Script)
            .SelectMany(token => token.LeadingTrivia.Concat(token.TrailingTrivia))
            .Where(trivia => trivia.IsDirective && trivia.GetStructure() is DirectiveTriviaSyntax { IsActive: true })
            .Select(trivia => (trivia, trivia.SpanStart));

    private static bool Read(
        SyntaxTrivia trivia,
        string directive,
        int line,
        ImmutableArray<PackageRequest>.Builder packages,
        ImmutableArray<string>.Builder sources)
    {
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

        if (directive.StartsWith("#:", StringComparison.Ordinal))
        {
            throw new DirectiveException(
                line,
                $"'{CellDivision.FirstWord(directive)}' belongs to file-based apps; "
                + "in a notebook a package is referenced with #r \"nuget: Id, Version\".");
        }

        if (SourceDirective().IsMatch(directive))
        {
            var match = SourceTarget().Match(directive);
            sources.Add(match.Success
                ? match.Groups["source"].Value
                : throw new DirectiveException(
                    line, $"'{directive}' is not a package source; write #i \"nuget: https://…\" or #i \"nuget: folder\"."));
            return true;
        }

        return false;
    }

    private static PackageRequest ParsePackage(string text, int line)
    {
        string[] parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        string? version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null;
        if (!PackageId().IsMatch(parts[0]))
        {
            throw new DirectiveException(
                line,
                $"'nuget:{text}' is not a package; "
                + "write #r \"nuget: Id, Version\", for example #r \"nuget: ParquetSharp, 25.0.1.2\".");
        }

        return version is null || PackageVersionText.IsValid(version)
            ? new PackageRequest(parts[0], version)
            : throw new DirectiveException(
                line,
                $"'{version}' is not a version of a package: write #r \"nuget: {parts[0]}, Version\" with {PackageVersionText.Forms}.");
    }

    [GeneratedRegex(@"^#\s*i\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceDirective();

    [GeneratedRegex(
        """^#\s*i\s+"\s*nuget:\s*(?<source>[^"]*[^"\s])\s*"$""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceTarget();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageId();
}
