using HighLight.Evaluation.Densities;
using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>A design cannot run an operand.</summary>
public sealed class UnsupportedOperandException : NotSupportedException
{
    internal UnsupportedOperandException(string name, OperandDensity operand, OperandSupport support)
        : base(Describe(name, operand, support))
    {
        Name = name;
        Operand = operand;
    }

    internal UnsupportedOperandException(string name, OperandDensity operand, string problem)
        : base($"Operand {name} ({operand}) is not supported: {problem}")
    {
        Name = name;
        Operand = operand;
    }

    /// <summary>A or B.</summary>
    public string Name { get; }

    /// <summary>The operand.</summary>
    public OperandDensity Operand { get; }

    private static string Describe(string name, OperandDensity operand, OperandSupport support) =>
        $"Operand {name} ({operand}) is not supported: the design runs {(support.Families.IsEmpty ? "dense operands" : string.Join(" or ", support.Families))} and refuses others. "
        + "Prune it to a supported pattern"
        + (support.RunsDense ? ", or let it run as dense with Unsupported = UnsupportedPolicy.RunDense." : ": the design bounds the density, so it does not run dense operands either.");
}
