using System.Collections.Immutable;
using HighLight.Evaluation.Densities;
using HighLight.Workloads;

namespace HighLight.Evaluation;

/// <summary>The evaluation of a request: the result, and how it came about.</summary>
public sealed record GemmEvaluation
{
    private GemmEvaluation(GemmRequest request, Evaluator evaluator, EvaluationResult result, bool swapped)
    {
        Request = request;
        Evaluator = evaluator;
        Result = result;
        IsSwapped = swapped;
    }

    /// <summary>What was asked.</summary>
    public GemmRequest Request { get; }

    /// <summary>The prepared design with the operands as it ran them.</summary>
    public Evaluator Evaluator { get; }

    /// <summary>Counts, cycles, energy, mapping.</summary>
    public EvaluationResult Result { get; }

    /// <summary>Whether the operands were exchanged: the result is that of Zᵀ = Bᵀ·Aᵀ.</summary>
    public bool IsSwapped { get; }

    /// <summary>How the request's A is run, whichever side of the array it is on.</summary>
    public OperandExecution A => IsSwapped ? Evaluator.B : Evaluator.A;

    /// <summary>How the request's B is run.</summary>
    public OperandExecution B => IsSwapped ? Evaluator.A : Evaluator.B;

    /// <summary>
    /// What of the operands' structure or zeros the design does not use, in a sentence an operand; empty where it uses all.
    /// </summary>
    public ImmutableArray<string> Remarks => [.. new[] { RemarkOf("A", A), RemarkOf("B", B) }.OfType<string>()];

    /// <summary>Evaluates a request.</summary>
    /// <exception cref="UnsupportedOperandException">The design supports the operands in no order that is allowed.</exception>
    /// <exception cref="MappingException">No mapping, or not the given one, fits the global buffer.</exception>
    /// <exception cref="ArgumentException">The GEMM is not that of the request's convolution.</exception>
    /// <exception cref="InvalidOperationException">The convolution's geometry cannot be.</exception>
    public static GemmEvaluation Run(GemmRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Convolution is { } convolution && convolution.GroupGemm() is var product && product != request.Gemm)
        {
            throw new ArgumentException($"The GEMM is {request.Gemm} (M×K×N), but a group of the convolution is {product}: take Convolution.GroupGemm().", nameof(request));
        }

        var straight = Attempt(request, swapped: false, out var refusal);
        if (request.AllowSwap && request.Mapping is null)
        {
            // Where neither order runs, the order as asked decides what is said.
            var swapped = Attempt(request, swapped: true, out _);
            if (swapped is not null && (straight is null || Mapper.Cost(swapped.Result, request.Objective) < Mapper.Cost(straight.Result, request.Objective)))
            {
                return swapped;
            }
        }

        if (straight is null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(refusal!);
        }

        return straight;
    }

    /// <summary>How every number came about: operands as they are run, bounds, counts, energy; some thirty lines of text.</summary>
    public string Explain() => Explanation.Of(this);

    /// <summary>One order of the operands; null, and why, where the design does not run it or no mapping fits.</summary>
    private static GemmEvaluation? Attempt(GemmRequest request, bool swapped, out Exception? refusal)
    {
        refusal = null;
        try
        {
            return swapped
                ? Run(request, request.Gemm.Swapped(), request.B, request.A, swapped)
                : Run(request, request.Gemm, request.A, request.B, swapped);
        }
        catch (Exception e) when (e is UnsupportedOperandException or MappingException)
        {
            refusal = e;
            return null;
        }
    }

    private static GemmEvaluation Run(GemmRequest request, Gemm gemm, OperandDensity a, OperandDensity b, bool swapped)
    {
        var (weights, input) = Layouts(request);
        var evaluator = new Evaluator(
            request.Design, request.Technology, a, b, request.OutputDensity, request.ShortcutDensity, swapped ? input : weights, swapped ? weights : input);
        if (request.Mapping is not { } mapping)
        {
            return new(request, evaluator, Mapper.Best(evaluator, gemm, request.Objective, request.Constraints), swapped);
        }

        return evaluator.ProblemOf(gemm, mapping) is { } problem
            ? throw new MappingException(gemm, mapping, problem)
            : new(request, evaluator, evaluator.Evaluate(gemm, mapping), swapped);
    }

    private string? RemarkOf(string name, OperandExecution operand)
    {
        if (operand.Served is not null || operand.Operand is DenseOperand or HssOperand { Pattern.IsDense: true })
        {
            return null;
        }

        // Which support counts depends on the side of the array; what the remark is about, on the request.
        var support = ReferenceEquals(operand, Evaluator.A) ? Request.Design.A : Request.Design.B;
        var side = IsSwapped ? $"{name}, in the other's place" : name;
        var data = operand.SkipsAnyZeros || operand.GatesZeros ? "" : ", its zeros are data";
        var serves = support.Families.IsEmpty ? "no pattern" : string.Join(" or ", support.Families);
        return operand.Operand is HssOperand ? $"{side}: {Request.Design} serves {serves}; {operand.Operand} runs as {operand.RunsAs}{data}"
            : data.Length > 0 ? $"{side}: {Request.Design} uses no zeros in any place; {operand.Operand} runs as {operand.RunsAs}{data}"
            : null;
    }

    private static (OperandLayout Weights, OperandLayout Input) Layouts(GemmRequest request) => request.Convolution is not { } convolution
        ? (OperandLayout.Matrix, OperandLayout.Matrix)
        : (request.GroupsStraddleTaps ? OperandLayout.Matrix : OperandLayout.Filters(convolution),
            request.Expansion == InputExpansion.OnTheFly ? OperandLayout.Image(convolution) : OperandLayout.Filters(convolution));
}
