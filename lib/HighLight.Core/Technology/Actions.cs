namespace HighLight.Technology;

/// <summary>Names of the actions that the built-in tables know. The value of every action is an energy, but for <see cref="Area"/>.</summary>
public static class Actions
{
    /// <summary>One access that reads a word of the component's width.</summary>
    public const string Read = "read";

    /// <summary>One access that writes a word of the component's width.</summary>
    public const string Write = "write";

    /// <summary>One operation.</summary>
    public const string Compute = "compute";

    /// <summary>One cycle in which the operation is gated: clocked, its inputs held.</summary>
    public const string GatedCompute = "gated_compute";

    /// <summary>One cycle without an access.</summary>
    public const string Idle = "idle";

    /// <summary>One cell whose output switches.</summary>
    public const string Switch = "switch";

    /// <summary>The row gives the area of the component, not an energy.</summary>
    public const string Area = "area";
}
