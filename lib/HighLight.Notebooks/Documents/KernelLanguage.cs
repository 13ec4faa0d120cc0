namespace HighLight.Notebooks.Documents;

/// <summary>The language that a kernel runs, told from the kernel's name: notebooks often name nothing else.</summary>
internal static class KernelLanguage
{
    public const string CSharp = "C#";

    // The first part that the name holds counts: ".net-fsharp" is F#.
    private static readonly (string Part, string Language)[] Known =
    [
        ("csharp", CSharp), ("c#", CSharp), ("polyglot-notebook", CSharp),
        ("fsharp", "F#"), ("f#", "F#"), ("powershell", "PowerShell"), ("pwsh", "PowerShell"),
        (".net", CSharp), ("dotnet", CSharp),
        ("python", "Python"), ("pypy", "Python"), ("sage", "Python"), ("julia", "Julia"),
        ("javascript", "JavaScript"), ("typescript", "TypeScript"), ("deno", "TypeScript"),
        ("cpp", "C++"), ("c++", "C++"), ("cling", "C++"), ("bash", "Bash"),
        ("octave", "Octave"), ("matlab", "MATLAB"), ("rust", "Rust"), ("evcxr", "Rust"),
        ("scala", "Scala"), ("almond", "Scala"), ("kotlin", "Kotlin"), ("haskell", "Haskell"), ("ruby", "Ruby"), ("sql", "SQL"),
    ];

    /// <summary>The language; null if the kernel is not known.</summary>
    /// <param name="name">A kernel's name or display name, such as ".net-csharp", "python3", "ir" or "Julia 1.9".</param>
    public static string? Find(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "cs" or "csi" => CSharp,
        "r" or "ir" => "R",
        var lower => Array.Find(Known, kernel => lower.Contains(kernel.Part, StringComparison.Ordinal)).Language,
    };

    /// <summary>
    /// The language of a kernel that has both names; of one that is not known, its name, since it is no C# kernel either.
    /// </summary>
    public static string? Of(string? name, string? displayName = null) =>
        Find(name) ?? Find(displayName) ?? new[] { name, displayName }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();
}
