using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace HighLight.Notebooks.Execution;

/// <summary>C# code that runs piece by piece, each piece seeing what those before it declared.</summary>
/// <param name="folder">The notebook's folder, full path.</param>
internal sealed class ScriptSession(string folder)
{
    private ScriptOptions _options = CellOptions.Create(folder);
    private ScriptState<object>? _state;

    /// <summary>Adds assemblies for the code that follows.</summary>
    public void AddReferences(IEnumerable<string> files) => _options = _options.AddReferences(files.Select(CellReferences.Create));

    /// <summary>Runs a piece of code. It keeps the variables it has assigned even if it throws.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">Its name in stack traces.</param>
    /// <returns>The value of its last expression, and what it threw.</returns>
    /// <exception cref="CompilationErrorException">The code does not compile.</exception>
    public async Task<(object? Value, Exception? Thrown)> RunAsync(string code, string name)
    {
        var options = _options.WithFilePath(name);
        _state = _state is null
            ? await CSharpScript.Create<object>(code, options).RunAsync(globals: null, _ => true)
            : await _state.ContinueWithAsync<object>(code, options, _ => true);
        return (_state.ReturnValue, _state.Exception);
    }

    /// <summary>As <see cref="RunAsync"/>, but code that fails leaves no trace in the session.</summary>
    public async Task<Exception?> TryAsync(string code, string name)
    {
        var before = _state;
        try
        {
            var (_, thrown) = await RunAsync(code, name);
            _state = thrown is null ? _state : before;
            return thrown;
        }
        catch (CompilationErrorException exception)
        {
            return exception;
        }
    }
}
