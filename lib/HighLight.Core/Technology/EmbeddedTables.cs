namespace HighLight.Technology;

/// <summary>The tables of data/technology, carried by the assembly.</summary>
internal static class EmbeddedTables
{
    public static TechnologyTable Node65 { get; } = Read("65nm");

    public static TechnologyTable Node45 { get; } = Read("45nm");

    private static TechnologyTable Read(string name)
    {
        using var stream = typeof(EmbeddedTables).Assembly.GetManifestResourceStream(Invariant($"HighLight.Technology.{name}.csv"))
            ?? throw new InvalidOperationException(Invariant($"HighLight.Core carries no technology table '{name}'."));
        using var reader = new StreamReader(stream);
        return TechnologyTable.Parse(reader.ReadToEnd(), name);
    }
}
