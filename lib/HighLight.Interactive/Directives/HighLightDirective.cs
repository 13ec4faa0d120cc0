using HighLight.Experiments;
using HighLight.Experiments.Display;

namespace HighLight.Interactive.Directives;

/// <summary>
/// <c>#!highlight VERB …</c>: runs a verb of the tool in a cell. Notebook engines find it by <see cref="CellDirectiveSourceAttribute"/>
/// and by its shape; it knows none of them.
/// </summary>
public sealed class HighLightDirective
{
    private readonly CommandAssemblies _assemblies = CommandAssemblies.Find();
    private bool _isPlotlyShown;

    /// <summary>What a line of a cell begins with: <c>#!highlight</c>.</summary>
#pragma warning disable CA1822 // engines ask for an instance property
    public string Name => "#!highlight";
#pragma warning restore CA1822

    /// <summary>Runs a command line of the tool. Relative paths start from the current folder, which is the notebook's.</summary>
    /// <param name="arguments">What follows the name, split as a shell does it.</param>
    /// <param name="show">Receives each result in order, as texts by MIME type.</param>
    /// <param name="cancellation">Stops programs that the verb started.</param>
    /// <exception cref="HighLightDirectiveException">
    /// The verb did not succeed; the message is the tool's. What it could compute was shown before.
    /// </exception>
    public async Task InvokeAsync(string arguments, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(show);
        string[] words;
        try
        {
            words = [.. ShellWords.Split(arguments)];
        }
        catch (FormatException exception)
        {
            throw new HighLightDirectiveException(exception.Message);
        }

        if (await _assemblies.RunAsync(words, Environment.CurrentDirectory, Show, cancellation) is { } problem)
        {
            throw new HighLightDirectiveException(problem);
        }

        void Show(IReadOnlyDictionary<string, string> bundle)
        {
            if (bundle.ContainsKey(MimeType.Plotly) && !_isPlotlyShown)
            {
                // A page may have plotly.js already, which does no harm; without it a figure would stay a table of its values.
                _isPlotlyShown = true;
                show(new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [MimeType.Html] = HighLightNotebook.Setup.ToHtml(), [MimeType.Plain] = HighLightNotebook.Setup.ToString(),
                });
            }

            show(bundle);
        }
    }

    /// <summary>What can stand at the end of a command line that is being typed.</summary>
    /// <param name="arguments">What follows the name, up to the cursor.</param>
    /// <returns>Where the word begins that a value replaces, and the values.</returns>
    internal (int Start, string[] Values) Complete(string arguments) => _assemblies.Complete(arguments, Environment.CurrentDirectory);

    /// <summary>The verbs with their options, each with what it means.</summary>
    internal (string Verb, string Description, KeyValuePair<string, string>[] Options)[] Describe() => _assemblies.Describe();
}
