namespace HighLight;

/// <summary>Where a number comes from, from the best to the weakest.</summary>
public enum Provenance
{
    /// <summary>Counted or measured on a real tensor, as the source describes.</summary>
    Measured,

    /// <summary>Stands in the named public source.</summary>
    Sourced,

    /// <summary>Arithmetic on sourced numbers, which the source describes.</summary>
    Derived,

    /// <summary>Widely recalled of the named source, not checked in its text.</summary>
    Recalled,

    /// <summary>A stated assumption.</summary>
    Assumed,
}
