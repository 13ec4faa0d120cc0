using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using HighLight.Commands.Context;

namespace HighLight.Commands;

/// <summary>Prints the version of the tool, with the revision it was built from, whatever program hosts it.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var version = typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        parseResult.InvocationConfiguration.Output.WriteLine(version);
        return ExitCode.Success;
    }
}
