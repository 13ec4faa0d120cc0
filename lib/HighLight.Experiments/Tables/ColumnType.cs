namespace HighLight.Experiments.Tables;

/// <summary>What the cells of a column hold. Every type may be null: "not measured" or "does not apply".</summary>
public enum ColumnType
{
    /// <summary>Unicode text.</summary>
    Text,

    /// <summary>64-bit floating point, finite.</summary>
    Double,

    /// <summary>32-bit floating point, finite.</summary>
    Single,

    /// <summary>32-bit signed integer.</summary>
    Int32,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>True or false.</summary>
    Boolean,
}
