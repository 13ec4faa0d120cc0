using HighLight.Workloads;

namespace HighLight.Cli.NetworkEvaluations;

/// <summary>A network as it is named on the command line: a built-in one, or a layer table (CSV).</summary>
internal static class NetworkArgument
{
    /// <summary>The network; null when there is none and <paramref name="problems"/> says why.</summary>
    /// <param name="text">A name, or the path of a file.</param>
    /// <param name="currentDirectory">What a relative path starts from.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static NetworkInput? Read(string text, string currentDirectory, ICollection<string> problems)
    {
        if (Networks.All.FirstOrDefault(network => network.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return new(known, []);
        }

        if (text.Contains('\0', StringComparison.Ordinal) || !File.Exists(Path.GetFullPath(text, currentDirectory)))
        {
            problems.Add($"'{text}' is neither a built-in network nor a file. {NearestName.Advice(text, [.. Networks.All.Select(network => network.Name)])} A network of your own is given as the path of a layer table (.csv).");
            return null;
        }

        try
        {
            return new(Network.FromCsv(Path.GetFullPath(text, currentDirectory)) with { Source = text }, []);
        }
        catch (Exception exception) when (exception is NetworkCsvException or IOException or UnauthorizedAccessException)
        {
            problems.Add(exception.Message);
            return null;
        }
    }
}
