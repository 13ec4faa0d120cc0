using System.Collections.Immutable;

namespace HighLight.Hardware;

/// <summary>Gathers what is wrong with a design.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<DesignProblem>.Builder _problems = ImmutableArray.CreateBuilder<DesignProblem>();

    public ImmutableArray<DesignProblem> All => _problems.ToImmutable();

    /// <summary>Reports a value.</summary>
    public void Add(string path, object? value, string legal, string fix = "") =>
        _problems.Add(new(path, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "missing", legal, fix));

    /// <summary>Reports a whole number outside <paramref name="least"/>..<paramref name="most"/>.</summary>
    /// <returns>Whether it is inside.</returns>
    public bool Within(string path, long value, long least, long most, string fix = "")
    {
        if (value >= least && value <= most)
        {
            return true;
        }

        Add(path, value, Invariant($"{least}..{most}"), fix);
        return false;
    }

    /// <summary>Reports a number that is negative, infinite or none.</summary>
    public void Amount(string path, double value)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            Add(path, value, "0 or more, finite");
        }
    }

    /// <summary>Reports a value that its enumeration does not name.</summary>
    public void Named<T>(string path, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add(path, value, string.Join(", ", Enum.GetNames<T>()));
        }
    }

    /// <summary>Reports a part that is missing; otherwise lets <paramref name="check"/> look at it.</summary>
    public void Part<T>(string path, T? part, Action<T> check)
        where T : class
    {
        if (part is null)
        {
            Add(path, null, $"a {typeof(T).Name}");
        }
        else
        {
            check(part);
        }
    }
}
