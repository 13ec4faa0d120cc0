namespace HighLight.Pruning;

/// <summary>Which channels channel pruning removes.</summary>
public enum ChannelAxis
{
    /// <summary>Input channels C: the same columns in every row.</summary>
    Input,

    /// <summary>Output channels K (filters): whole rows.</summary>
    Output,
}
