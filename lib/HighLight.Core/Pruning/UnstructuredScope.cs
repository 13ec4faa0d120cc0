namespace HighLight.Pruning;

/// <summary>Over which weights unstructured pruning compares magnitudes.</summary>
public enum UnstructuredScope
{
    /// <summary>Over the whole matrix: rows may end up with different densities.</summary>
    Global,

    /// <summary>Over each row: all rows keep the same number.</summary>
    PerRow,
}
