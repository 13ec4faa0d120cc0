using HighLight.Notebooks.Parameters.Types;

namespace HighLight.Notebooks.Parameters;

/// <summary>A variable of the cell that declares the parameters.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Target">What stands left of the equals sign where it is set: the identifier, after a type where it has to be declared
/// anew.</param>
/// <param name="TypeName">The name of its type, for messages.</param>
/// <param name="Type">How values of its type are read; null if none can be given.</param>
internal sealed record DeclaredParameter(string Name, string Target, string TypeName, IParameterType? Type)
{
    /// <summary>Whether the type is known before the run; one of an earlier cell or of a package is not.</summary>
    public bool IsKnown { get; init; } = true;
}
