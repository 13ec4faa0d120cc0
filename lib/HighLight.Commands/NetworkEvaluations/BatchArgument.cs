using System.Globalization;
using HighLight.Workloads;

namespace HighLight.Commands.NetworkEvaluations;

/// <summary>How many inputs run at once.</summary>
internal static class BatchArgument
{
    /// <summary>The number; null when the text is not one and <paramref name="problems"/> says so.</summary>
    public static int? Read(string text, ICollection<string> problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var batch) && batch >= 1)
        {
            return batch;
        }

        problems.Add($"--batch: '{text}' is not a number of inputs: give a whole number, 1 or more.");
        return null;
    }

    /// <summary>The network on that many inputs; null when it grows beyond all bounds and <paramref name="problems"/> says so.</summary>
    public static Network? Apply(Network network, int batch, ICollection<string> problems)
    {
        if (batch == 1)
        {
            return network;
        }

        try
        {
            var batched = network.WithBatch(batch);
            if (batched.Problems().IsEmpty)
            {
                return batched;
            }
        }
        catch (OverflowException)
        {
            // Said below, as a sum of multiplies that overflows is.
        }

        problems.Add(FormattableString.Invariant($"--batch: {batch} times {network.Name} has dimensions or multiplies beyond what can be counted. Take a smaller batch."));
        return null;
    }
}
