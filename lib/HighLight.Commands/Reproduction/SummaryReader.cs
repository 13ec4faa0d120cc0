using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HighLight.Commands.Formatting;

namespace HighLight.Commands.Reproduction;

/// <summary>
/// Reads the files <c>*.json</c> of the summary folder: each an array of flat objects with the strings <c>experiment</c> and <c>quantity</c>
/// and the number <c>ours</c>; <c>paper</c> and <c>ratio</c> are numbers or null; <c>unit</c>, <c>confidence</c>, <c>source</c> and <c>note</c> are
/// strings or null. The last six may be left out, and further fields are passed over.
/// </summary>
internal static class SummaryReader
{
    /// <summary>Bytes of the largest file read.</summary>
    public const int MaximumLength = 16 * 1024 * 1024;

    /// <summary>Reads every file of <paramref name="folder"/>; empty when there is no such folder.</summary>
    public static Summary Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Summary.Empty;
        }

        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            ReadFile(file, rows, problems);
        }

        return new Summary(rows.ToImmutable(), problems.ToImmutable());
    }

    private static void ReadFile(string file, ImmutableArray<SummaryRow>.Builder rows, ImmutableArray<string>.Builder problems)
    {
        var name = $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
        try
        {
            if (new FileInfo(file).Length > MaximumLength)
            {
                problems.Add(Invariant($"{name}: larger than {MaximumLength} bytes, so it is not a summary. Run its notebook again."));
                return;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                problems.Add($"{name}: must be a JSON array of objects, but is {document.RootElement.ValueKind}. Run its notebook again.");
                return;
            }

            foreach (var (index, json) in document.RootElement.EnumerateArray().Index())
            {
                var fields = new SummaryFields(json);
                var row = fields.Read();
                problems.AddRange(fields.Problems.Select(problem => string.Create(CultureInfo.InvariantCulture, $"{name}: object {index + 1}: {problem}")));
                if (row is not null)
                {
                    rows.Add(row);
                }
            }
        }
        catch (JsonException exception)
        {
            problems.Add($"{name}: not valid JSON: {exception.Message} Run its notebook again.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            problems.Add($"{name}: cannot be read: {exception.Message}");
        }
    }
}
