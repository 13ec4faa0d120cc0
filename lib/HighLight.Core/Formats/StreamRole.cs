namespace HighLight.Formats;

/// <summary>What a stream of an encoded matrix holds.</summary>
public enum StreamRole
{
    /// <summary>Values of the matrix.</summary>
    Data = 0,

    /// <summary>What says where the values belong.</summary>
    Metadata = 1,
}
