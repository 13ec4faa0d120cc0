using System.Collections.Immutable;
using HighLight.Commands.Evaluations;
using HighLight.Commands.Formatting;
using HighLight.Hardware;

namespace HighLight.Commands.Designs;

/// <summary>The designs as tables: what each is, its resources, what it makes of its operands' zeros.</summary>
internal static class DesignTables
{
    private const long BytesPerKilobyte = 1024;

    /// <summary>The tables, in the order they are read.</summary>
    public static ImmutableArray<PlainTable> Of(ImmutableArray<Accelerator> designs) => [Names(designs), Resources(designs), Operands(designs)];

    private static PlainTable Names(ImmutableArray<Accelerator> designs)
    {
        var table = new PlainTable("Designs", "design", "what it is", "cycles saved by");
        foreach (var design in designs)
        {
            table.Add(DesignArgument.NameOf(design), design.Description, SkippingText.Of(design));
        }

        return table;
    }

    private static PlainTable Resources(ImmutableArray<Accelerator> designs)
    {
        var table = new PlainTable(
            "Resources", "design", "#word (bits)", "#multipliers", "array (M×K×N)", "#buffer (KB)", "#metadata (KB)", "partial sums (files × bytes)", "#DRAM read (B/cycle)", "#DRAM write (B/cycle)");
        foreach (var design in designs)
        {
            table.Add(
                DesignArgument.NameOf(design),
                Text($"{design.WordBits}"),
                Text($"{design.Array.Multipliers}"),
                Text($"{design.Array.SpatialM}×{design.Array.SpatialK}×{design.Array.SpatialN}"),
                Text($"{(double)design.GlobalBuffer.CapacityBytes / BytesPerKilobyte}"),
                Text($"{(double)design.GlobalBuffer.MetadataCapacityBytes / BytesPerKilobyte}"),
                Text($"{design.Accumulation.Files} × {design.Accumulation.FileBytes}"),
                Text($"{design.Dram.ReadBytesPerCycle}"),
                Text($"{design.Dram.WriteBytesPerCycle}"));
        }

        return table;
    }

    private static PlainTable Operands(ImmutableArray<Accelerator> designs)
    {
        var table = new PlainTable(
            "Operands (A: weights, B: activations)", "design", "operand", "patterns served", "their zeros", "stored by", "other sparsity", "its zeros", "stored by", "dense");
        foreach (var design in designs)
        {
            foreach (var (operand, support) in new[] { ("A", design.A), ("B", design.B) })
            {
                var exploits = support.UnstructuredZeros != ZeroAction.None;
                table.Add(
                DesignArgument.NameOf(design),
                    operand,
                    Filled(OperandSupportText.Patterns(support)),
                    Filled(OperandSupportText.StructuredZeros(support)),
                    Filled(OperandSupportText.StructuredFormat(support)),
                    OperandSupportText.Others(support),
                    Filled(exploits ? OperandSupportText.NameOf(support.UnstructuredZeros) : ""),
                    Filled(exploits ? OperandSupportText.NameOf(support.UnstructuredFormat) : ""),
                    support.RunsDense ? "yes" : "no");
            }
        }

        return table;
    }

    private static string Filled(string text) => text.Length == 0 ? "-" : text;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
