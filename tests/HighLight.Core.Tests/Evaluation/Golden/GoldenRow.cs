namespace HighLight.Evaluation.Golden;

/// <summary>A row of the golden file.</summary>
/// <param name="Case">What is evaluated.</param>
/// <param name="Mended">The fault whose mending has changed the numbers; empty where they are those of version 0.1.0.</param>
/// <param name="Numbers">The recorded numbers by name.</param>
internal sealed record GoldenRow(GoldenCase Case, string Mended, IReadOnlyList<(string Name, double Value)> Numbers)
{
    public override string ToString() => string.Join(' ', new[]
    {
        Case.Design, Case.Technology, Case.Gemm, Case.Convolution, Case.A, Case.B, Case.Options, Case.Mapping,
    }.Where(part => part.Length > 0));
}
