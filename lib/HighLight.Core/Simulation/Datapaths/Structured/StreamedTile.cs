using System.Collections.Immutable;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>A tile of B as it lies in the global buffer: chunk by chunk of columns.</summary>
internal sealed class StreamedTile(ImmutableArray<StreamedChunk> chunks)
{
    /// <summary>The chunks, from the lowest column on.</summary>
    public ImmutableArray<StreamedChunk> Chunks { get; } = chunks;

    /// <summary>Words stored.</summary>
    public long Words { get; } = chunks.Sum(chunk => chunk.Words);

    /// <summary>Metadata bits stored.</summary>
    public long MetadataBits { get; } = chunks.Sum(chunk => chunk.MetadataBits);
}
