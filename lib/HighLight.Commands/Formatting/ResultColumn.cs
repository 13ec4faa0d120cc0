namespace HighLight.Commands.Formatting;

/// <summary>A column of a <see cref="ResultTable"/>.</summary>
/// <param name="Name">What it holds; empty where the unit alone says it.</param>
/// <param name="Unit">The unit of its values; empty for none.</param>
/// <param name="IsNumber">Whether it holds numbers, which stand to the right and are never broken.</param>
internal sealed record ResultColumn(string Name, string Unit, bool IsNumber)
{
    /// <summary>A column of names or sentences.</summary>
    public static ResultColumn Text(string name) => new(name, Unit: "", IsNumber: false);

    /// <summary>A column of numbers.</summary>
    public static ResultColumn Number(string name, string unit = "") => new(name, unit, IsNumber: true);

    /// <summary>Name and unit, such as <c>energy (µJ)</c>.</summary>
    public string Header => Unit.Length == 0 ? Name : Name.Length == 0 ? $"({Unit})" : $"{Name} ({Unit})";
}
