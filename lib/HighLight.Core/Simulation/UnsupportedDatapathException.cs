using System.Collections.Immutable;
using HighLight.Hardware;

namespace HighLight.Simulation;

/// <summary>A design, its operands or the mapping ask for what the simulated datapath does not have.</summary>
public sealed class UnsupportedDatapathException : NotSupportedException
{
    internal UnsupportedDatapathException(Accelerator design, IEnumerable<string> problems)
        : this(design, [.. problems])
    {
    }

    private UnsupportedDatapathException(Accelerator design, ImmutableArray<string> problems)
        : base($"{design} cannot be simulated so: {string.Join(' ', problems)}") => Problems = problems;

    /// <summary>Every reason, each with its fix.</summary>
    public ImmutableArray<string> Problems { get; }
}
