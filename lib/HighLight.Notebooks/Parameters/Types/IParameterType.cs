using System.Text.Json;

namespace HighLight.Notebooks.Parameters.Types;

/// <summary>How the values of a C# type are given.</summary>
internal interface IParameterType
{
    /// <summary>What a value may be, such as "true or false".</summary>
    string Legal { get; }

    /// <summary>Reads a value from a command line.</summary>
    ParameterLiteral FromText(string text);

    /// <summary>Reads a value that has a type of its own: it must be the type's.</summary>
    ParameterLiteral FromJson(JsonElement json);
}
