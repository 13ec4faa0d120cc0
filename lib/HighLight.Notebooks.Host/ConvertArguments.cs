namespace HighLight.Notebooks.Host;

/// <summary><c>convert INPUT OUTPUT</c>.</summary>
/// <param name="Input">The notebook.</param>
/// <param name="Output">Where to write it; its extension names the format.</param>
internal sealed record ConvertArguments(string Input, string Output) : HostArguments
{
    public const string Usage = "HighLight.Notebooks.Host convert INPUT OUTPUT";
}
