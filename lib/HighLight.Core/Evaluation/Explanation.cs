using System.Globalization;
using System.Text;
using HighLight.Hardware;

namespace HighLight.Evaluation;

/// <summary>Writes down how each number of an evaluation came about.</summary>
internal static class Explanation
{
    public static string Of(GemmEvaluation evaluation)
    {
        var text = new StringBuilder();
        var result = evaluation.Result;
        var evaluator = evaluation.Evaluator;
        var design = evaluator.Design;

        // Not Gemm.Macs: a large product exceeds a long.
        var macs = (double)result.Gemm.M * result.Gemm.K * result.Gemm.N;
        var exchanged = evaluation.IsSwapped ? ", operands exchanged" : "";
        Line($"{design} on {result.Gemm} (M×K×N{exchanged}), {evaluation.Request.Technology.Name}");
        Line($"  array: {design.Array}");
        Operand("A", evaluator.A, design.A);
        Operand("B", evaluator.B, design.B);
        var (data, metadata) = evaluator.Need(result.Gemm, result.Mapping, design.Levels.Count - 1);
        var (dataRoom, metadataRoom) = (design.GlobalBuffer.CapacityBytes, design.GlobalBuffer.MetadataCapacityBytes);
        Line($"  mapping: {result.Mapping}; its tiles take {data:0} of {dataRoom} bytes of data and {metadata:0} of {metadataRoom} of metadata");
        foreach (var line in MappingNest.Lines(evaluator, result))
        {
            Line($"    {line}");
        }

        Cycles();
        Counts();
        Energy();
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Operand(string name, OperandExecution operand, OperandSupport support)
        {
            var passes = operand.Passes > 1 ? Invariant($" in {operand.Passes} passes") : "";
            var run = operand.Served is { } served ? Invariant($"runs as {served}{passes}")
                : operand.SkipsAnyZeros ? "zeros are skipped wherever they are"
                : operand.GatesZeros ? "zeros are gated"
                : "zeros are data";
            var supported = support.Families.IsEmpty ? "no structure" : string.Join(" or ", support.Families);
            Line($"  operand {name}: {operand.Operand}, density {operand.Operand.Density:0.####}; the design exploits {supported}; {run}");
            var gated = operand.GatesZeros ? Invariant($", {1 - operand.NonzeroShareOfComputed:0.####} of the computed ones gated") : "";
            var stored = Invariant($"stored {operand.StoredShare:0.####}, metadata {operand.MetadataBitsPerValue:0.###} bits a value");
            Line($"    computed {operand.ComputedShare:0.####} of its values, {stored}{gated}");
        }

        void Cycles()
        {
            var bounds = result.Bounds;
            var isOuter = bounds.Bound == CycleBound.Buffer && bounds.SlowestLevel < design.Levels.Count - 1;
            Line($"  cycles: {bounds.Cycles:0}, set by {(isOuter ? design.Levels[bounds.SlowestLevel].Name : bounds.Bound)}");
            Line($"    dense product over {design.Array.Multipliers} multipliers: {macs / design.Array.Multipliers:0}");
            Line($"    after skipping, no lane idle: {bounds.Ideal:0} ({macs / design.Array.Multipliers / bounds.Ideal:0.###}x fewer)");
            Line($"    compute, idle lanes and partly filled steps included: {bounds.Compute:0}");
            Line($"    global buffer ports: {bounds.Levels[design.Levels.Count - 1]:0}");
            Line($"    DRAM read at {design.Dram.ReadBytesPerCycle} bytes a cycle: {bounds.DramRead:0}");
            Line($"    DRAM write at {design.Dram.WriteBytesPerCycle} bytes a cycle: {bounds.DramWrite:0}");
        }

        void Counts()
        {
            var counts = result.Counts;
            Line($"  multiplies: {counts.MacsDone:0} done, {counts.MacsGated:0} gated, {counts.MacsSkipped:0} skipped");
            Line($"  A from the global buffer: {counts.BufferReadWordsA:0} words, each word serves {design.ReuseOfA} columns of N");
            Line($"  B from the global buffer: {counts.BufferReadWordsB:0} words, each word serves {design.ReuseOfB} rows of M");
            Line($"  metadata from the global buffer: {counts.MetadataReadBits:0} bits");
            var inSpace = design.Array.SpatialK;
            Line($"  partial sums: {counts.AccumulatorReads:0} reads and as many writes, {inSpace} products added in space first");
            var bits = counts.DramReadMetadataBits + counts.DramWriteMetadataBits;
            var (a, b, z) = (counts.DramReadWordsA, counts.DramReadWordsB, counts.DramWriteWords);
            Line($"  DRAM: A {a:0}, B {b:0}, Z {z:0} words, metadata {bits:0} bits");
            OuterLevels(counts);
            if (counts.DramWriteSums > 0)
            {
                Line($"    spilled partial sums of {design.SpilledSumBits} bits: {counts.DramWriteSums:0} written and as many read");
            }

            if (evaluation.Request.ShortcutDensity is { } shortcut)
            {
                var (words, mask) = (counts.DramReadWordsShortcut, counts.DramReadShortcutMetadataBits);
                Line($"    shortcut of density {shortcut:0.####}: {words:0} words, metadata {mask:0} bits");
            }

            if (evaluation.Request is { Convolution: not null, Expansion: InputExpansion.OnTheFly })
            {
                Line($"    DRAM and the buffer hold each input of the convolution once in a tile; it is expanded on its way to the array");
            }
        }

        void OuterLevels(in AccessCounts counts)
        {
            for (var level = design.Levels.Count - 2; level > 0; level--)
            {
                ref readonly var moved = ref counts.Level(level);
                Line($"  {design.Levels[level]}: read A {moved.A.ReadWords:0}, B {moved.B.ReadWords:0}, Z {moved.Z.ReadWords:0} words");
                Line($"    written A {moved.A.WriteWords:0}, B {moved.B.WriteWords:0}, Z {moved.Z.WriteWords:0} words");
                Line($"    metadata {moved.ReadMetadataBits:0} bits read, {moved.WriteMetadataBits:0} written; sums each way {moved.SumsRead:0}");
                Line($"    cycles {result.Bounds.Levels[level]:0}");
            }
        }

        void Energy()
        {
            var energy = result.Energy;
            Line($"  energy: {energy.Total:0} pJ, {energy.Total / macs:0.####} pJ a multiply of the dense product");
            foreach (var (name, value) in energy.Components(design))
            {
                Line($"    {name}: {value:0} pJ ({value / energy.Total:P1})");
            }

            Line($"  energy-delay product: {result.EdpPjCycles:0.#####E+0} pJ·cycles");
        }
    }
}
