namespace HighLight.Notebooks.Documents;

/// <summary>Where in a notebook file a value stands.</summary>
/// <param name="Text">The path, such as <c>$.cells[2].source</c>.</param>
/// <param name="Cell">The 1-based number of the cell among all cells; null outside the cells.</param>
internal readonly record struct JsonPath(string Text, int? Cell)
{
    public static JsonPath Root { get; } = new("$", null);

    public JsonPath Field(string name) => this with
    {
        Text = name.Length is > 0 and <= 60 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"{Text}.{name}"
            : $"{Text}['{Excerpt.Of(name)}']",
    };

    public JsonPath Item(int index) => this with { Text = Invariant($"{Text}[{index}]") };

    public override string ToString() => Text;
}
