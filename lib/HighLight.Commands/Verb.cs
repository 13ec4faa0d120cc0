using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Context;

namespace HighLight.Commands;

/// <summary>A verb of the tool, made only when it is asked for.</summary>
/// <param name="Name">What the user types.</param>
/// <param name="Create">Makes the command.</param>
internal sealed record Verb(string Name, Func<CommandContext, Command> Create)
{
    /// <summary>All verbs, in the order of the help.</summary>
    public static ImmutableArray<Verb> All { get; } =
    [
        new("run", context => new RunCommand(context)),
        new("convert", context => new ConvertCommand(context)),
        new("reproduce", context => new ReproduceCommand(context)),
        new("evaluate", context => new EvaluateCommand(context)),
        new("network", context => new NetworkCommand(context)),
        new("simulate", context => new SimulateCommand(context)),
        new("designs", context => new DesignsCommand(context)),
        new("networks", context => new NetworksCommand(context)),
        new("patterns", context => new PatternsCommand(context)),
        new("prune", context => new PruneCommand(context)),
        new("completion", context => new CompletionCommand(context)),
        new("help", context => new HelpCommand(context)),
    ];

    /// <summary>The verb of that name; null when there is none.</summary>
    public static Verb? Find(string name) => All.FirstOrDefault(verb => verb.Name.Equals(name, StringComparison.Ordinal));
}
