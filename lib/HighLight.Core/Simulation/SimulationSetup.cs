using HighLight.Evaluation;
using HighLight.Evaluation.Densities;
using HighLight.Hardware;
using HighLight.Sparsity;
using HighLight.Tensors;
using HighLight.Workloads;

namespace HighLight.Simulation;

/// <summary>A request with what both sides need resolved: how the design runs each operand, and the tiles.</summary>
internal sealed record SimulationSetup
{
    private SimulationSetup(SimulationRequest request, Evaluator evaluator, Mapping mapping)
    {
        Request = request;
        Gemm = request.Gemm;
        Evaluator = evaluator;
        Mapping = mapping;
    }

    public SimulationRequest Request { get; }

    public Gemm Gemm { get; }

    public Evaluator Evaluator { get; }

    public Mapping Mapping { get; }

    public Accelerator Design => Request.Design;

    public static SimulationSetup Of(SimulationRequest request)
    {
        var gemm = request.Gemm;
        var evaluator = EvaluatorOf(request, outputDensity: 1);
        if (request.Mapping is not { } mapping)
        {
            return new(request, evaluator, Mapper.Best(evaluator, gemm, request.Objective).Mapping);
        }

        if (mapping.SpillsZ && evaluator.SpillsSums(gemm, mapping))
        {
            throw new UnsupportedDatapathException(
                request.Design, [$"The mapping '{mapping}' spills partial sums, which no datapath walks: keep K innermost, and Z within the register files."]);
        }

        return evaluator.ProblemOf(gemm, mapping) is { } problem ? throw new MappingException(gemm, mapping, problem) : new(request, evaluator, mapping);
    }

    /// <summary>The analytical model of the same operands: structured where the design serves the pattern, otherwise with the density that is measured.</summary>
    public static Evaluator EvaluatorOf(SimulationRequest request, double outputDensity) => new(
        request.Design,
        request.Technology,
        DensityOf(request.A, request.PatternOfA, request.Design.A),
        DensityOf(request.B, request.PatternOfB, request.Design.B),
        outputDensity);

    private static OperandDensity DensityOf(Matrix<sbyte> operand, HssPattern? pattern, OperandSupport support)
    {
        if (pattern is not null && support.Serve(pattern) is not null)
        {
            return new HssOperand(pattern);
        }

        var zeros = operand.Values.Count((sbyte)0);
        return zeros == 0 ? new DenseOperand() : new UniformOperand((double)(operand.Values.Length - zeros) / operand.Values.Length);
    }
}
