using HighLight.Formats;

namespace HighLight.Simulation.Datapaths.Structured;

/// <summary>
/// One step of the reduction for all columns of a chunk of B: a matrix with a row for each column, in the format in which it is stored.
/// </summary>
internal sealed class StreamedStep
{
    public StreamedStep(int firstK, EncodedMatrix encoded)
    {
        FirstK = firstK;
        Encoded = encoded;
        MetadataBitsPerColumn = encoded.Size.MetadataBits / encoded.Rows;
        Offsets = encoded.Format is HssFormat ? new HssReader(encoded) : null;
    }

    /// <summary>The first row of B that it covers.</summary>
    public int FirstK { get; }

    /// <summary>Values and metadata, column by column.</summary>
    public EncodedMatrix Encoded { get; }

    /// <summary>Rows of B that it covers.</summary>
    public int Length => Encoded.Columns;

    /// <summary>Metadata bits of one column.</summary>
    public long MetadataBitsPerColumn { get; }

    /// <summary>The offsets, where the format has them.</summary>
    public HssReader? Offsets { get; }
}
