using System.CommandLine;
using System.Globalization;
using HighLight.Commands.Arguments;
using HighLight.Commands.Evaluations;
using HighLight.Hardware;
using HighLight.Hardware.Designs;
using HighLight.Simulation;
using HighLight.Workloads;

namespace HighLight.Commands.Simulations;

/// <summary>The options of <c>highlight simulate</c> that say what is simulated.</summary>
internal sealed class SimulationArguments
{
    /// <summary>Multiplies of the dense product: some seconds to a minute of simulation.</summary>
    private const long MostMacs = 1L << 34;

    /// <summary>Values of an operand or of the product.</summary>
    private const long MostValues = 1L << 27;

    private readonly TextOption _design = new TextOption(
        "--design", "NAME", () => $"What simulates: {string.Join(", ", DesignArgument.Names)}.")
        .Offering(() => DesignArgument.Names);

    private readonly TextOption _gemm = new("--gemm", "MxKxN", "The product: A is M×K, B is K×N.");

    private readonly TextOption _a = new TextOption(
        "--a", "SPARSITY",
        "Operand A, the weights: dense, a density of unstructured zeros such as 0.25, or a pattern such as \"C1(4:8)->C0(2:4)\".")
        .Offering(() => OperandArgument.Offered);

    private readonly TextOption _b = new TextOption(
        "--b", "SPARSITY", "Operand B, the activations, in the same way; a pattern lies along K in each column.")
        .Offering(() => OperandArgument.Offered);

    private readonly TextOption _seed = new("--seed", "N", "What the values of the operands are drawn from, 0 or more [default: 1].");
    private readonly TextOption _mapping = new("--mapping", "TEXT", "The mapping, as a result prints it [default: the best that the mapper finds].");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _design, _gemm, _a, _b, _seed, _mapping })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Reads them all; null when any is wrong and <paramref name="problems"/> says which and why.</summary>
    public SimulationPlan? Read(ParseResult parsed, ICollection<string> problems)
    {
        var before = problems.Count;
        var design = _design.ReadRequired(parsed, "highlight", problems) is { } name ? ReadDesign(name, problems) : null;
        var gemm = _gemm.ReadRequired(parsed, "256x256x64", problems) is { } sizes ? ReadGemm(sizes, problems) : null;
        var a = _a.ReadRequired(parsed, "\"C1(4:8)->C0(2:4)\"", problems) is { } textA ? OperandArgument.Read(_a.Name, textA, problems) : null;
        var b = _b.ReadRequired(parsed, "0.5", problems) is { } textB ? OperandArgument.Read(_b.Name, textB, problems) : null;
        var seed = _seed.Read(parsed, problems) is { } number ? ReadSeed(number, problems) : 1;
        var mapping = _mapping.Read(parsed, problems) is { } tiles ? EvaluationArguments.ReadMapping(tiles, problems) : null;
        return problems.Count > before || design is null || gemm is null || a is null || b is null ? null : new SimulationPlan(design, gemm.Value, a, b, seed, mapping);
    }

    private static Accelerator? ReadDesign(string text, ICollection<string> problems)
    {
        var before = problems.Count;
        var designs = DesignArgument.Read(text, Accelerators.All, problems);
        if (designs.Length > 1)
        {
            problems.Add($"--design: '{text}' names {designs.Length} designs. Simulate one at a time.");
        }

        return problems.Count > before ? null : designs[0];
    }

    private static Gemm? ReadGemm(string text, ICollection<string> problems)
    {
        if (GemmArgument.Read(text, problems) is not { } gemm)
        {
            return null;
        }

        if (gemm.K > SimulationRequest.MaxReduction || Math.Max(gemm.ValuesOfA, Math.Max(gemm.ValuesOfB, gemm.ValuesOfZ)) > MostValues || (Int128)gemm.ValuesOfA * gemm.N > MostMacs)
        {
            problems.Add(FormattableString.Invariant(
                $"--gemm: {gemm} is too large to simulate: at most {MostMacs} multiplies, {MostValues} values of A, B or Z, and K up to {SimulationRequest.MaxReduction}. Counts repeat from tile to tile: simulate a part, for example fewer columns (N)."));
            return null;
        }

        return gemm;
    }

    private static int ReadSeed(string text, ICollection<string> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
        {
            return seed;
        }

        problems.Add($"--seed must be a whole number from 0 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}, but is '{text}'.");
        return 0;
    }
}
