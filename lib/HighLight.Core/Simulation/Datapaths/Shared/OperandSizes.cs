namespace HighLight.Simulation.Datapaths.Shared;

/// <summary>Whether operands, their groups filled up, fit arrays.</summary>
internal static class OperandSizes
{
    /// <summary>What does not, with its size and the fix.</summary>
    /// <param name="job">The job.</param>
    /// <param name="block">Values of a block that all operands are cut into; 1 where they are not.</param>
    public static IEnumerable<string> Problems(DatapathJob job, int block)
    {
        foreach (var (name, lines, run) in new[] { ("A", (long)job.Gemm.M, job.RunOfA), ("B", job.Gemm.N, job.RunOfB) })
        {
            var length = (run.Padded(job.Nest.TileK) + block - 1) / block * block;
            if (lines * length > Array.MaxLength)
            {
                yield return Invariant($"Operand {name} fills up to {lines}×{length} values, ")
                    + Invariant($"groups of {Math.Max(run.Group, block)} whole; ")
                    + Invariant($"a simulation holds {Array.MaxLength}: simulate fewer {(name == "A" ? "rows of A" : "columns of B")}.");
            }
        }
    }
}
