using System.Globalization;
using HighLight.Workloads;

namespace HighLight.Commands.Evaluations;

/// <summary>A GEMM as it is written on the command line: <c>1024x512x256</c> is M×K×N.</summary>
internal static class GemmArgument
{
    /// <summary>The GEMM; null when the text is not one and <paramref name="problems"/> says why.</summary>
    public static Gemm? Read(string text, ICollection<string> problems)
    {
        var sizes = text.Split('x', 'X', '×');
        if (sizes.Length == 3 && Size(sizes[0]) is { } m && Size(sizes[1]) is { } k && Size(sizes[2]) is { } n)
        {
            return new Gemm(m, k, n);
        }

        problems.Add($"--gemm: '{text}' is not of the form MxKxN: give three whole numbers from 1 to "
            + Invariant($"{int.MaxValue}, for example 1024x512x256 (A is M×K, B is K×N)."));
        return null;
    }

    private static int? Size(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var size) && size >= 1 ? size : null;
}
