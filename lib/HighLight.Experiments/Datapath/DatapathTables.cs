using System.Collections.Immutable;
using HighLight.Experiments.Tables;

namespace HighLight.Experiments.Datapath;

/// <summary>The tables of <see cref="DatapathExperiment"/>.</summary>
internal static class DatapathTables
{
    /// <summary>Every observation.</summary>
    public static ResultTable All(string name, ImmutableArray<DatapathTrace> traces) => ResultTable.From(name, traces.SelectMany(trace => trace.Events.Select(e => (trace.Design, Event: e))), columns => columns
        .Text("design", r => r.Design)
        .Integer("cycle", "cycles", r => (long?)r.Event.Cycle, "Cycle of the array, from 0.")
        .Text("part", r => r.Event.Part)
        .Text("place", r => r.Event.Place, "Where in the part; empty where there is one.")
        .Text("holds", r => r.Event.Holds)
        .Integer("m", "1", r => r.Event.Product?.M, "Row of A and Z of a lane's multiply; null in other rows, so are the next columns.")
        .Integer("k", "1", r => r.Event.Product?.K)
        .Integer("n", "1", r => r.Event.Product?.N)
        .Integer("a", "1", r => r.Event.Product?.ValueOfA)
        .Integer("b", "1", r => r.Event.Product?.ValueOfB)
        .Flag("gated", r => r.Event.Product?.IsGated, "Whether the multiply takes the cycle and no energy."))
        .WithMetadata("gemm", traces[0].Result.Gemm.ToString())
        .WithMetadata("pattern_of_a", traces[0].Result.Request.PatternOfA?.ToString() ?? "none");

    /// <summary>One design, cycle by cycle: all its rows.</summary>
    public static ResultTable Timeline(DatapathTrace trace)
    {
        var rows = trace.Timeline().ToImmutableArray();
        var table = ResultTable.From(trace.Design + ", cycle by cycle", rows, columns =>
        {
            columns
                .Integer("cycle", "cycles", r => (long?)r.Cycle)
                .Text("vfmu", r => r.Fetch)
                .Text("words_of_b", r => r.Words)
                .Integer("row", "1", r => (int?)r.Row);
            if (rows.Any(r => r.Selection.Length > 0))
            {
                columns.Text("rank_1_selection", r => r.Selection, "The blocks of B that the offsets above rank 0 let this row see.");
            }

            columns
                .Text("lanes", r => r.Lanes, "Position along K, value of A times word of B; the offset of rank 0 picks the word in its block.")
                .Text("partial_sum", r => r.Sum);
        });
        return table.WithShownRows(Math.Max(1, rows.Length));
    }

    /// <summary>What each design did for the same product.</summary>
    public static ResultTable Work(ImmutableArray<DatapathTrace> traces) => ResultTable.From("work", traces, columns => columns
        .Text("design", t => t.Design)
        .Integer("cycles", "cycles", t => (long?)t.Result.ArrayCycles)
        .Integer("stalls", "cycles", t => (long?)t.Result.Stalls.Total)
        .Integer("multiplies_done", "1", t => (long?)t.Result.Counts.MacsDone)
        .Integer("of_them_effectual", "1", t => (long?)t.EffectualMacs, "Both values are nonzero.")
        .Integer("multiplies_gated", "1", t => (long?)t.Result.Counts.MacsGated)
        .Integer("multiplies_skipped", "1", t => (long?)t.Result.Counts.MacsSkipped)
        .Integer("words_of_a", "words", t => (long?)t.Result.Counts.BufferReadWordsA, "Read from the global buffer.")
        .Integer("words_of_b", "words", t => (long?)t.Result.Counts.BufferReadWordsB)
        .Integer("metadata", "bits", t => (long?)t.Result.Counts.MetadataReadBits)
        .Integer("row_fetches", "1", t => (long?)t.Result.Counts.Event("VFMU", "row fetches"))
        .Integer("sums_read", "1", t => (long?)t.Result.Counts.AccumulatorReads)
        .Integer("sums_written", "1", t => (long?)t.Result.Counts.AccumulatorWrites));

    /// <summary>The operand A as rows of text, zeros as dots.</summary>
    public static ResultTable Operand(DatapathTrace trace)
    {
        var a = trace.Result.Request.A;
        return ResultTable.From("operand A", Enumerable.Range(0, a.Rows), columns => columns
            .Integer("row", "1", m => (int?)m)
            .Text("values", m => string.Join(" | ", Enumerable.Range(0, a.Columns).Chunk(4).Select(block => string.Join(' ', block.Select(k => a[m, k] == 0 ? "·" : Invariant($"{a[m, k]}")))))));
    }
}
