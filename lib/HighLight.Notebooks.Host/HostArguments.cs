namespace HighLight.Notebooks.Host;

/// <summary>The command line.</summary>
internal abstract record HostArguments
{
    private const string Usage = $"usage: {RunArguments.Usage}\n       {RecoverArguments.Usage}\n       {ConvertArguments.Usage}";

    /// <exception cref="HostUsageException">The arguments are not understood.</exception>
    public static HostArguments Parse(IReadOnlyList<string> arguments) => arguments switch
    {
        ["run", ..] => RunArguments.Parse(new ArgumentReader(arguments, Usage)),
        ["recover", ..] => RecoverArguments.Parse(new ArgumentReader(arguments, Usage)),
        ["convert", var input, var output] => new ConvertArguments(input, output),
        _ => throw new HostUsageException(Usage),
    };
}
