namespace HighLight.Technology;

/// <summary>A technology table has no row for what was asked, and no documented rule gives it from one. Nothing missing ever counts as zero.</summary>
public sealed class MissingTechnologyException : KeyNotFoundException
{
    internal MissingTechnologyException(ComponentKey key, string action, string table, int? nodeNm, string message)
        : base(message)
    {
        Key = key;
        Action = action;
        Table = table;
        NodeNm = nodeNm;
    }

    /// <summary>What was asked for.</summary>
    public ComponentKey Key { get; }

    /// <summary>The action whose energy was asked for; <see cref="Actions.Area"/> for an area.</summary>
    public string Action { get; }

    /// <summary>The name of the table.</summary>
    public string Table { get; }

    /// <summary>The node of the table in nm.</summary>
    public int? NodeNm { get; }
}
