namespace HighLight.Sparsity;

/// <summary>Which values of one row are nonempty: the bits of a mask, or the bits of the values.</summary>
internal interface IRowOccupancy
{
    /// <summary>Whether any of the columns [start, start + length) is nonempty.</summary>
    bool Any(int start, int length);
}
