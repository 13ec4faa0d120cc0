using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;
using HighLight.Commands.Completion;
using HighLight.Commands.Context;

namespace HighLight.Commands;

/// <summary><c>highlight completion</c>: the script that teaches a shell to complete the tool's command lines.</summary>
internal sealed class CompletionCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _shell = new("shell")
    {
        Description = "The shell that reads the script.",
        HelpName = string.Join('|', CompletionScript.Shells),
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Creates the command.</summary>
    public CompletionCommand(CommandContext context)
        : base("completion", "Prints a script that makes a shell complete verbs, options, designs, networks, patterns and files.")
    {
        _context = context;
        Arguments.Add(_shell);
        SetAction(Run);
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string CommandLine, string Purpose)> Examples =>
    [
        ("eval \"$(highlight completion bash)\"", "In ~/.bashrc."),
        ("eval \"$(highlight completion zsh)\"", "In ~/.zshrc, after compinit."),
        ("highlight completion pwsh | Out-String | Invoke-Expression", "In the PowerShell profile ($PROFILE)."),
    ];

    private int Run(ParseResult parsed)
    {
        var problems = new List<string>();
        var shells = parsed.GetValue(_shell) ?? [];
        SurplusTokens.Report(this, shells.Where(SurplusTokens.IsOption), problems);
        if (shells.Where(token => !SurplusTokens.IsOption(token)).ToArray() is not [var shell])
        {
            problems.Add($"Give one shell: {string.Join(", ", CompletionScript.Shells)}.");
        }
        else if (problems.Count == 0 && CompletionScript.For(shell) is { } script)
        {
            _context.Output.Write(script);
            return ExitCode.Success;
        }
        else
        {
            problems.Add($"There is no script for a shell '{shell}'. {NearestName.Advice(shell, CompletionScript.Shells)}");
        }

        return _context.Refuse(Name, problems);
    }
}
