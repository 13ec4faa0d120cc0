using HighLight.Workloads;

namespace HighLight.Commands.Evaluations;

/// <summary>A GEMM as it is written on the command line: <c>1024x512x256</c> is M×K×N.</summary>
internal static class GemmArgument
{
    /// <summary>The GEMM; null when the text is not one and <paramref name="problems"/> says why.</summary>
    public static Gemm? Read(string text, ICollection<string> problems)
    {
        try
        {
            return Gemm.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"--gemm: {exception.Message}");
            return null;
        }
    }
}
