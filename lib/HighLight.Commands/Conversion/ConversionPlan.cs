using System.Collections.Immutable;
using HighLight.Commands.Files;
using HighLight.Commands.Notebooks;

namespace HighLight.Commands.Conversion;

/// <summary>Finds out what is to be converted to what.</summary>
/// <param name="currentDirectory">What relative paths start from.</param>
/// <param name="force">Whether files that exist are overwritten.</param>
internal sealed class ConversionPlan(string currentDirectory, bool force)
{
    /// <summary>The conversions that the command line asks for.</summary>
    /// <param name="files">Input, or input and output; with <paramref name="output"/> inputs alone: files, folders and patterns.</param>
    /// <param name="output">A file, or a folder; null when not given.</param>
    /// <param name="problems">Receives a line, with the fix, for each thing that cannot be done.</param>
    public ImmutableArray<NotebookConversion> Draw(string[] files, string? output, ICollection<string> problems)
    {
        if (output is null && files is [_, _, _, ..])
        {
            problems.Add("Several inputs need a folder for their outputs: give --output DIR.");
            return [];
        }

        var target = output ?? (files is [_, var second] ? second : null);
        var inputs = NotebookArguments.Resolve(output is null ? files.Take(1) : files, currentDirectory, problems);
        if (target is not null && !IsFile(target, inputs.Length) && !FolderName.IsFolder(target, currentDirectory))
        {
            problems.Add(
                $"'{target}' is not an output{(inputs.Length > 1 ? Invariant($" for {inputs.Length} inputs") : "")}. {FolderName.Forms}; "
                + $"for one input, a file that ends in {NotebookFile.Extensions} is legal as well.");
            return [];
        }

        ImmutableArray<NotebookConversion> conversions =
            [.. inputs.Select(input => new NotebookConversion(input, OutputOf(input, target, inputs.Length)))];
        Check(conversions, problems);
        return conversions;
    }

    /// <summary>A target with the name of a notebook is a file where there is one input.</summary>
    private bool IsFile(string target, int count) =>
        count == 1 && NotebookFile.IsNotebook(target) && !Directory.Exists(Path.GetFullPath(target, currentDirectory));

    private string OutputOf(string input, string? target, int count)
    {
        var name = Path.GetFileNameWithoutExtension(input) + OtherExtension(input);
        if (target is null)
        {
            return Path.Combine(Path.GetDirectoryName(input)!, name);
        }

        var path = Path.GetFullPath(target, currentDirectory);
        return IsFile(target, count) ? path : Path.Combine(path, name);
    }

    private void Check(ImmutableArray<NotebookConversion> conversions, ICollection<string> problems)
    {
        foreach (var conversion in conversions)
        {
            var (input, output) = (Show(conversion.Input), Show(conversion.Output));
            if (NotebookFile.IsScript(conversion.Input) == NotebookFile.IsScript(conversion.Output))
            {
                problems.Add(
                    $"'{input}' and '{output}' have the same format. Give an output that ends with {OtherExtension(input)}; "
                    + "several inputs need --output DIR.");
            }
            else if (Directory.Exists(conversion.Output))
            {
                problems.Add($"'{output}' is a folder. Give another output.");
            }
            else if (File.Exists(conversion.Output) && !force)
            {
                problems.Add($"'{output}' exists. Give --force to overwrite it, or another output.");
            }
        }

        var outputs = conversions.GroupBy(conversion => conversion.Output, PathComparison.Comparer);
        foreach (var group in outputs.Where(group => group.Count() > 1))
        {
            var names = string.Join(" and ", group.Select(conversion => $"'{Show(conversion.Input)}'"));
            problems.Add($"{names} would both be written to '{Show(group.Key)}'. Convert them one at a time.");
        }

        var inputs = conversions.Select(conversion => conversion.Input).ToHashSet(PathComparison.Comparer);
        foreach (var conversion in conversions.Where(conversion => inputs.Contains(conversion.Output)))
        {
            problems.Add($"'{Show(conversion.Output)}' is an input and would be overwritten. Give another output.");
        }
    }

    private static string OtherExtension(string input) =>
        NotebookFile.IsScript(input) ? NotebookFile.Extension : NotebookFile.ScriptExtension;

    private string Show(string path) => Path.GetRelativePath(currentDirectory, path);
}
