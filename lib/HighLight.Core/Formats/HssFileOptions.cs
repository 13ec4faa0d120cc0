namespace HighLight.Formats;

/// <summary>What a <c>.hss</c> file may claim before it is refused, so that a small file cannot ask for a giant matrix.</summary>
public sealed record HssFileOptions
{
    /// <summary>2^28 values and 1 GiB: more than the largest weight matrix in common use.</summary>
    public static HssFileOptions Default { get; } = new();

    /// <summary>The most rows, the most columns and the most values of the matrix; 0 or more. Default 2^28.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxElements
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is 0 or more.");
    }
    = 1L << 28;

    /// <summary>The most bytes of the decoded matrix; 0 or more. Default 2^30.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MaxDecodedBytes
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A limit is 0 or more.");
    }
    = 1L << 30;
}
