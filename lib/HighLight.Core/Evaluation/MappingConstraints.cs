using System.Globalization;

namespace HighLight.Evaluation;

/// <summary>What mappings a search may take. Change it with <c>with</c>, or write it as text (<see cref="Parse"/>).</summary>
public sealed record MappingConstraints
{
    private const string Form = "'any', 'paper' (which is 'no spill'), or 'K whole', 'no spill', "
        + "an order such as 'M outer' or 'K outer, N inner', and upper bounds of tiles such as 'N <= 256', joined by commas";

    /// <summary>Every mapping that a design can run.</summary>
    public static MappingConstraints None { get; } = new();

    /// <summary>No partial sum is spilled.</summary>
    public static MappingConstraints NoSpill { get; } = new() { AllowsSpill = false };

    /// <summary>
    /// What comparisons with the paper take: no sums are spilled, for the predecessor's artifact allows no temporal reduction above the
    /// global buffer (sourced).
    /// </summary>
    public static MappingConstraints Paper => NoSpill;

    /// <summary>Whether partial sums may be spilled to DRAM.</summary>
    public bool AllowsSpill { get; init; } = true;

    /// <summary>Whether all of K must lie in the buffer.</summary>
    public bool WholeK { get; init; }

    /// <summary>The one order of the loops; null: any.</summary>
    public DramLoopOrder? Order { get; init; }

    /// <summary>The largest tile of M, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxTileM { get; init => field = AtLeastOne(value); } = int.MaxValue;

    /// <summary>The largest part of K, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxTileK { get; init => field = AtLeastOne(value); } = int.MaxValue;

    /// <summary>The largest tile of N, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxTileN { get; init => field = AtLeastOne(value); } = int.MaxValue;

    /// <summary>Whether a mapping of a product keeps to them; <paramref name="spills"/> says whether it spills partial sums.</summary>
    public bool Allow(in Workloads.Gemm gemm, in Mapping mapping, bool spills) => (AllowsSpill || !spills)
        && (!WholeK || mapping.TileK >= gemm.K)
        && (Order is not { } order || order == mapping.Order)
        && Math.Min(mapping.TileM, gemm.M) <= MaxTileM
        && Math.Min(mapping.TileK, gemm.K) <= MaxTileK
        && Math.Min(mapping.TileN, gemm.N) <= MaxTileN;

    /// <summary>
    /// Reads what <see cref="ToString"/> writes, such as <c>K whole, N &lt;= 256, M outer, no spill</c>; an empty text or <c>any</c> for
    /// none, <c>paper</c> for <see cref="Paper"/>.
    /// </summary>
    /// <exception cref="FormatException">A part is not a constraint, or says again what another says; the message lists all such
    /// parts.</exception>
    public static MappingConstraints Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        switch (text.Trim())
        {
            case "any":
                return None;
            case "paper":
                return Paper;
        }

        var constraints = None;
        var problems = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var words = parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var subject = words switch
            {
                ["K", "whole"] => "K whole",
                ["no", "spill"] => "no spill",
                [_, "outer"] => "the order",
                ["M" or "K" or "N", "<=", _] => $"the tile of {words[0]}",
                _ => "",
            };

            // An inner loop belongs to the outer one before it.
            var order = words is [_, "outer"] && i + 1 < parts.Length && parts[i + 1].EndsWith(" inner", StringComparison.Ordinal)
                ? $"{parts[i]}, {parts[++i]}"
                : parts[i];
            if (subject.Length > 0 && !seen.Add(subject))
            {
                problems.Add($"'{order}' says {subject} again");
            }
            else if (Read(constraints, words, order) is { } next)
            {
                constraints = next;
            }
            else
            {
                problems.Add($"'{order}' is not a constraint");
            }
        }

        return problems.Count == 0 ? constraints : throw new FormatException($"{string.Join("; ", problems)}. Write {Form}.");
    }

    /// <summary>For example <c>K whole, N &lt;= 256, M outer, no spill</c>; empty where there is none.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(WholeK, "K whole");
        Add(MaxTileM != int.MaxValue, Invariant($"M <= {MaxTileM}"));
        Add(MaxTileK != int.MaxValue, Invariant($"K <= {MaxTileK}"));
        Add(MaxTileN != int.MaxValue, Invariant($"N <= {MaxTileN}"));
        Add(Order is not null, Mapping.Loops(Order ?? default));
        Add(!AllowsSpill, "no spill");
        return string.Join(", ", parts);

        void Add(bool holds, string part)
        {
            if (holds)
            {
                parts.Add(part);
            }
        }
    }

    private static MappingConstraints? Read(MappingConstraints constraints, string[] words, string order) => words switch
    {
        ["K", "whole"] => constraints with { WholeK = true },
        ["no", "spill"] => constraints with { AllowsSpill = false },
        [_, "outer"] => Mapping.OrderOf(order.Replace(",", "", StringComparison.Ordinal)) is { } read
            ? constraints with { Order = read }
            : null,
        [var dimension, "<=", var bound] when int.TryParse(bound, CultureInfo.InvariantCulture, out var most) && most >= 1 =>
            dimension switch
            {
                "M" => constraints with { MaxTileM = most },
                "K" => constraints with { MaxTileK = most },
                "N" => constraints with { MaxTileN = most },
                _ => null,
            },
        _ => null,
    };

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
