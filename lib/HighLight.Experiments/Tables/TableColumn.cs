namespace HighLight.Experiments.Tables;

/// <summary>What a column of a <see cref="ResultTable"/> means.</summary>
/// <param name="Name">The name: a letter, then letters, digits and underscores, so that SQL and data frames need no quoting.</param>
/// <param name="Type">What the cells hold.</param>
/// <param name="Unit">The unit of a numeric column, for example <c>pJ</c>, <c>cycles</c>, or <c>1</c> where it has none (ratios,
/// shares, indices). Null for text and truth values.</param>
/// <param name="Description">What the column says, in a sentence; may be empty where the name says it all.</param>
public sealed record TableColumn(string Name, ColumnType Type, string? Unit, string Description)
{
    /// <summary>Whether the cells are numbers, which need a unit.</summary>
    public bool IsNumeric => Type is not (ColumnType.Text or ColumnType.Boolean);

    /// <summary>The name as a heading: with the unit in brackets, unless it has none or the name ends with it already.</summary>
    public string Heading =>
        Unit is null or "1" || Name.EndsWith("_" + Unit, StringComparison.Ordinal) || string.Equals(Name, Unit, StringComparison.Ordinal)
            ? Name
            : $"{Name} [{Unit}]";
}
