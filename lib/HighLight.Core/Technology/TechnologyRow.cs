namespace HighLight.Technology;

/// <summary>One number of a technology table: the energy of an action in pJ, or the area of a component in µm².</summary>
public sealed record TechnologyRow
{
    /// <summary>The component and its size.</summary>
    public required ComponentKey Key { get; init; }

    /// <summary>Banks the capacity is divided in; 0 where that is unknown or senseless. Informative: it selects nothing.</summary>
    public int Banks { get; init; }

    /// <summary>One of <see cref="Actions"/>, or a name of the user's; <see cref="Actions.Area"/> makes the value an area.</summary>
    public required string Action { get; init; }

    /// <summary>pJ of one action, or µm² of the component: finite, 0 or more.</summary>
    public required double Value { get; init; }

    /// <summary>The process node in nm; null for what has none (DRAM).</summary>
    public required int? NodeNm { get; init; }

    /// <summary>What the number rests on.</summary>
    public required Provenance Tag { get; init; }

    /// <summary>The public source, with the arithmetic for derived numbers. Never empty.</summary>
    public required string Source { get; init; }

    /// <summary>What else a reader should know; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether <see cref="Value"/> is an area.</summary>
    public bool IsArea => string.Equals(Action, Actions.Area, StringComparison.Ordinal);

    /// <summary>The unit of <see cref="Value"/>: <c>pJ</c> or <c>um2</c>.</summary>
    public string Unit => IsArea ? "um2" : "pJ";

    internal SourcedValue ToSourcedValue() => new(Value, Tag, Source);
}
