using System.Collections.Immutable;
using System.Runtime.ExceptionServices;

namespace HighLight.Notebooks.Parameters;

/// <summary>The variables that a cell declares at its top level, read within bounds of size and time.</summary>
internal static class DeclaredParameters
{
    // The compiler calls itself for what is nested: some 4 kB for each character of the longest cell.
    private const int StackSize = 128 * 1024 * 1024;

    private const string Fix = "Keep in it only declarations such as int n = 8; and move the rest to another cell.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The variables in order.</summary>
    /// <exception cref="ParameterException">The cell is too large, nested too deep, or takes the compiler too long.</exception>
    public static ImmutableArray<DeclaredParameter> Of(string code) => Of(code, Patience);

    /// <summary>The variables in order.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="patience">How long the compiler may take.</param>
    /// <exception cref="ParameterException">The cell is too large, nested too deep, or takes the compiler too long.</exception>
    public static ImmutableArray<DeclaredParameter> Of(string code, TimeSpan patience)
    {
        string[] violations = [.. DeclarationBounds.Violations(code)];
        if (violations.Length > 0)
        {
            throw Refuse(string.Join("; ", violations));
        }

        // Not disposed of: the thread may still ask the token when it has been given up.
        var cancellation = new CancellationTokenSource();
        ImmutableArray<DeclaredParameter> declared = [];
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    declared = DeclarationParser.Parse(code, cancellation.Token);
                }
                catch (Exception exception)
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize) { IsBackground = true };
        thread.Start();
        if (!thread.Join(patience))
        {
            cancellation.Cancel();
            throw Refuse(Invariant($"the compiler is not done with it after {patience.TotalSeconds} s"));
        }

        if (thrown?.SourceException is InsufficientExecutionStackException)
        {
            throw Refuse("its expressions are nested too deep for the compiler");
        }

        thrown?.Throw();
        return declared;
    }

    private static ParameterException Refuse(string problem) =>
        new([$"the cell with the tag '{NotebookParameters.Declaring}' cannot be read: {problem}. {Fix}"]);
}
