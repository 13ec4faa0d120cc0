using System.Collections.Immutable;

namespace HighLight.Experiments.Settings;

/// <summary>Reads settings from text and gathers everything that is wrong with them.</summary>
/// <param name="refusal">How the message begins, such as <c>The sweep cannot be run</c>.</param>
internal sealed class SettingReader(string refusal)
{
    private readonly List<string> _problems = [];

    /// <summary>One value; the default of its type where the text cannot be read, which <see cref="ThrowIfAny"/> reports.</summary>
    public T? Read<T>(string name, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{name}: {exception.Message}");
            return default;
        }
    }

    /// <summary>Several values.</summary>
    public ImmutableArray<T> ReadAll<T>(string name, IEnumerable<string> texts, Func<string, T> parse) =>
        [.. texts.Select(text => Read(name, text, parse)).OfType<T>()];

    /// <summary>Throws if a value could not be read.</summary>
    /// <exception cref="ArgumentException">Lists every violation.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ArgumentException($"{refusal}:{string.Concat(_problems.Select(problem => "\n  - " + problem))}");
        }
    }
}
