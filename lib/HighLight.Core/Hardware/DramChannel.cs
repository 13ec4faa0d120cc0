namespace HighLight.Hardware;

/// <summary>The memory behind the global buffer.</summary>
public sealed record DramChannel
{
    /// <summary>Bytes read a cycle.</summary>
    public int ReadBytesPerCycle { get; init; } = 32;

    /// <summary>Bytes written a cycle.</summary>
    public int WriteBytesPerCycle { get; init; } = 32;

    /// <summary>Whether moving metadata costs energy. It does; Sparseloop's 2022 results leave it out (sourced: found by running it).</summary>
    public bool ChargesMetadata { get; init; } = true;

    internal void Check(ProblemList problems, string path)
    {
        const int Most = 1 << 24;
        problems.Within($"{path}.{nameof(ReadBytesPerCycle)}", ReadBytesPerCycle, 1, Most);
        problems.Within($"{path}.{nameof(WriteBytesPerCycle)}", WriteBytesPerCycle, 1, Most);
    }
}
