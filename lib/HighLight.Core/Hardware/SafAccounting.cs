using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>How the sparsity hardware of a design is counted. What it is follows from the design (<see cref="Accelerator.Safs"/>).</summary>
public sealed record SafAccounting
{
    /// <summary>Whether the hardware that follows from the design costs energy and area. It does; the Sparseloop preset leaves it out.</summary>
    public bool IsCharged { get; init; } = true;

    /// <summary>What its energy is multiplied by, 0 or more: for studies of sensitivity.</summary>
    public double EnergyFactor { get; init; } = 1;

    /// <summary>Units of a user's own besides, which <see cref="EnergyFactor"/> does not touch. Default: none.</summary>
    public ImmutableArray<SafUnit> Additional { get; init; } = [];

    /// <summary>Equal where all values are.</summary>
    public bool Equals(SafAccounting? other) => other is not null && IsCharged == other.IsCharged
        && EnergyFactor.Equals(other.EnergyFactor) && Sequence.Equals(Additional, other.Additional);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsCharged, EnergyFactor, Sequence.HashOf(Additional));

    /// <summary>The units as they are counted.</summary>
    internal ImmutableArray<SafUnit> Count(ImmutableArray<SafUnit> derived) =>
    [
        .. (IsCharged ? derived : []).Select(unit => EnergyFactor == 1 ? unit : unit with { Switched = EnergyFactor * unit.Switched }),
        .. Additional,
    ];

    internal void Check(ProblemList problems, string path)
    {
        problems.Amount($"{path}.{nameof(EnergyFactor)}", EnergyFactor);
        if (Additional.IsDefault)
        {
            problems.Add($"{path}.{nameof(Additional)}", "default", "a list, which may be empty", "Write [].");
            return;
        }

        for (var i = 0; i < Additional.Length; i++)
        {
            problems.Part(Invariant($"{path}.{nameof(Additional)}[{i}]"), Additional[i], unit => unit.Check(problems, Invariant($"{path}.{nameof(Additional)}[{i}]")));
        }
    }
}
