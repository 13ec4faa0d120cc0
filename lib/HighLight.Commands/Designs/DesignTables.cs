using System.Collections.Immutable;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Hardware;
using static HighLight.Commands.Formatting.ResultColumn;

namespace HighLight.Commands.Designs;

/// <summary>The designs as tables: what each is, its resources, what it makes of its operands' zeros.</summary>
internal static class DesignTables
{
    private const long BytesPerKilobyte = 1024;

    /// <summary>The tables, in the order they are read.</summary>
    public static ImmutableArray<ResultTable> Of(ImmutableArray<Accelerator> designs) =>
        [Names(designs), Resources(designs), Operands(designs)];

    private static ResultTable Names(ImmutableArray<Accelerator> designs) => ResultTable.Create(
        "Designs",
        [Text("design"), Text("what it is"), Text("cycles saved by")],
        designs,
        design => [DesignArgument.NameOf(design), design.Description, SkippingText.Of(design)]);

    private static ResultTable Resources(ImmutableArray<Accelerator> designs) => ResultTable.Create(
        "Resources",
        [
            Text("design"), Number("word", "bits"), Number("multipliers"), Text("array (M×K×N)"), Number("buffer", "KB"),
            Number("metadata", "KB"), Text("partial sums (files × bytes)"), Number("DRAM read", "B/cycle"), Number("DRAM write", "B/cycle"),
        ],
        designs,
        design =>
        [
            DesignArgument.NameOf(design),
            Invariant($"{design.WordBits}"),
            Invariant($"{design.Array.Multipliers}"),
            Invariant($"{design.Array.SpatialM}×{design.Array.SpatialK}×{design.Array.SpatialN}"),
            Invariant($"{(double)design.GlobalBuffer.CapacityBytes / BytesPerKilobyte}"),
            Invariant($"{(double)design.GlobalBuffer.MetadataCapacityBytes / BytesPerKilobyte}"),
            Invariant($"{design.Accumulation.Files} × {design.Accumulation.FileBytes}"),
            Invariant($"{design.Dram.ReadBytesPerCycle}"),
            Invariant($"{design.Dram.WriteBytesPerCycle}"),
        ]);

    private static ResultTable Operands(ImmutableArray<Accelerator> designs) => ResultTable.Create(
        "Operands (A: weights, B: activations)",
        [
            Text("design"), Text("operand"), Text("patterns served"), Text("their zeros"), Text("stored by"),
            Text("other sparsity"), Text("its zeros"), Text("stored by"), Text("dense"),
        ],
        designs.SelectMany(design => new[]
        {
            (Design: design, Operand: "A", Support: design.A),
            (Design: design, Operand: "B", Support: design.B),
        }),
        row =>
        {
            var exploits = row.Support.UnstructuredZeros != ZeroAction.None;
            return
            [
                DesignArgument.NameOf(row.Design),
                row.Operand,
                Filled(OperandSupportText.Patterns(row.Support)),
                Filled(OperandSupportText.StructuredZeros(row.Support)),
                Filled(OperandSupportText.StructuredFormat(row.Support)),
                OperandSupportText.Others(row.Support),
                Filled(exploits ? OperandSupportText.NameOf(row.Support.UnstructuredZeros) : ""),
                Filled(exploits ? OperandSupportText.NameOf(row.Support.UnstructuredFormat) : ""),
                row.Support.RunsDense ? "yes" : "no",
            ];
        }) with { LabelColumns = 2 };

    private static string Filled(string text) => text.Length == 0 ? "-" : text;
}
