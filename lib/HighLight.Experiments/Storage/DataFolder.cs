namespace HighLight.Experiments.Storage;

/// <summary>
/// The <c>data</c> folder: results that experiments write, models and reference tables that they read. Nothing is ever written outside
/// of it.
/// </summary>
public sealed record DataFolder
{
    /// <summary>The environment variable that may name the data folder.</summary>
    public const string EnvironmentVariable = "HIGHLIGHT_DATA";

    private DataFolder(string path) => Path = path;

    /// <summary>The absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Where the Parquet files of the experiments are: <c>results</c>.</summary>
    public string Results => System.IO.Path.Combine(Path, "results");

    /// <summary>Where results of other than the default settings are: <c>results/variants</c>.</summary>
    public string Variants => System.IO.Path.Combine(Results, "variants");

    /// <summary>Where the comparisons with the paper are: <c>results/summary</c>, one JSON file an experiment.</summary>
    public string Summary => System.IO.Path.Combine(Results, "summary");

    /// <summary>
    /// Finds the data folder: <paramref name="path"/> where given; else what the environment variable HIGHLIGHT_DATA names; else the
    /// folder <c>data</c> of the nearest folder, from the working directory upwards, that holds <c>data/results</c>.
    /// </summary>
    /// <exception cref="DataFolderNotFoundException">There is none; the message lists the three ways and what was tried.</exception>
    public static DataFolder Find(string? path = null) =>
        Find(path, Environment.GetEnvironmentVariable(EnvironmentVariable), Directory.GetCurrentDirectory());

    /// <summary>The absolute path of a model file in <c>models</c>.</summary>
    /// <param name="relativePath">Its path below <c>models</c>, for example <c>mlsd_tiny.onnx</c>.</param>
    /// <exception cref="DataFolderNotFoundException">There is no such file; the message lists the models there are.</exception>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public string Model(string relativePath) => Input("models", relativePath);

    /// <summary>The absolute path of a file in <c>reference</c>: figures from the literature with their sources.</summary>
    /// <param name="relativePath">Its path below <c>reference</c>.</param>
    /// <exception cref="DataFolderNotFoundException">There is no such file; the message lists the files there are.</exception>
    /// <exception cref="ArgumentException">The path leads out of the folder.</exception>
    public string Reference(string relativePath) => Input("reference", relativePath);

    internal static DataFolder Find(string? path, string? environmentValue, string workingDirectory)
    {
        if (!string.IsNullOrWhiteSpace(path))
        {
            return Existing(path, "the argument");
        }

        if (!string.IsNullOrWhiteSpace(environmentValue))
        {
            return Existing(environmentValue, $"the environment variable {EnvironmentVariable}");
        }

        for (var folder = new DirectoryInfo(workingDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "data");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "results")))
            {
                return new(candidate);
            }
        }

        throw new DataFolderNotFoundException(
            $"There is no data folder: no argument was given, {EnvironmentVariable} is not set, and neither '{workingDirectory}' nor a folder " +
            $"above it holds 'data/results'. Create the folder 'data/results' beside your notebook, or set {EnvironmentVariable}, or pass a path.");
    }

    private static DataFolder Existing(string path, string origin) => Directory.Exists(path)
        ? new(System.IO.Path.GetFullPath(path))
        : throw new DataFolderNotFoundException(
            $"There is no folder '{path}', which {origin} names as the data folder. Create it, or name one that exists.");

    private string Input(string folder, string relativePath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(relativePath);
        var root = System.IO.Path.Combine(Path, folder);
        var file = System.IO.Path.GetFullPath(relativePath, root);
        if (!file.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{relativePath}' leads out of '{root}': give a path below it.", nameof(relativePath));
        }

        if (File.Exists(file))
        {
            return file;
        }

        string[] known = Directory.Exists(root)
            ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(path => System.IO.Path.GetRelativePath(root, path))
                .Order(StringComparer.Ordinal)]
            : [];
        throw new DataFolderNotFoundException(
            $"There is no file '{relativePath}' in '{root}'. There {(known.Length == 0 ? "are no files" : "are: " + string.Join(", ", known))}.");
    }
}
