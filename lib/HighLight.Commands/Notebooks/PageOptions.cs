using System.CommandLine;

namespace HighLight.Commands.Notebooks;

/// <summary>The options about pages: <c>--html</c>, <c>--no-input</c> and <c>--trust</c>.</summary>
internal sealed class PageOptions
{
    /// <summary>The option that asks for pages.</summary>
    public const string FolderOption = "--html";

    private readonly Option<string?> _folder = new(FolderOption)
    {
        Description = "Write a self-contained page of each executed notebook into this folder, made if need be.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _noInput = new("--no-input") { Description = "Leave the code out of the pages: a report for readers." };

    private readonly Option<bool> _trust = new("--trust")
    {
        Description = "Let the pages run the scripts that the outputs bring (charts of your own notebooks); without it they run none.",
    };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_folder);
        command.Options.Add(_noInput);
        command.Options.Add(_trust);
    }

    /// <summary>What was asked for; the folder as given. <paramref name="problems"/> receives a line for what has no effect.</summary>
    public (string? Folder, bool HidesInput, bool Trusts) Read(ParseResult parsed, ICollection<string> problems)
    {
        var folder = parsed.GetValue(_folder);
        foreach (var option in new[] { _noInput, _trust }.Where(option => folder is null && parsed.GetValue(option)))
        {
            problems.Add($"{option.Name} is about pages, but none is asked for. Add {FolderOption} DIR.");
        }

        return (folder, parsed.GetValue(_noInput), parsed.GetValue(_trust));
    }
}
