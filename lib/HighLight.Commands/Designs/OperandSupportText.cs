using HighLight.Hardware;

namespace HighLight.Commands.Designs;

/// <summary>What a design makes of one operand, in words.</summary>
internal static class OperandSupportText
{
    /// <summary>The served patterns; empty when there are none.</summary>
    public static string Patterns(OperandSupport support) => string.Join(" or ", support.Families);

    /// <summary>What is done at the zeros of a served pattern; empty when none is served.</summary>
    public static string StructuredZeros(OperandSupport support) => support.Families.IsEmpty ? "" : NameOf(support.StructuredZeros);

    /// <summary>How a served operand is stored; empty when none is served.</summary>
    public static string StructuredFormat(OperandSupport support) => support.Families.IsEmpty ? "" : NameOf(support.StructuredFormat);

    /// <summary>What becomes of sparsity outside the served patterns.</summary>
    public static string Others(OperandSupport support) =>
        support.UnstructuredZeros != ZeroAction.None ? "unstructured"
        : support.Unsupported == UnsupportedPolicy.RunDense && support.RunsDense ? "run as dense"
        : support.Unsupported == UnsupportedPolicy.TwoPass ? "run in two passes"
        : "refused";

    /// <summary><c>none</c>, <c>gate</c> or <c>skip</c>.</summary>
    public static string NameOf(ZeroAction action) => action.ToString().ToLowerInvariant();

    /// <summary><c>none</c>, <c>offsets</c> or <c>bitmask</c>.</summary>
    public static string NameOf(CompressionKind format) => format.ToString().ToLowerInvariant();
}
