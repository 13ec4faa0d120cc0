namespace HighLight.Notebooks.Documents.Dib;

/// <summary>The signs of .NET Interactive's own file format: lines such as <c>#!csharp</c>, which begin a cell.</summary>
internal static class DibFormat
{
    public const string Extension = ".dib";

    /// <summary>What a line begins with that begins a cell or is a magic command.</summary>
    public const string Mark = "#!";

    /// <summary>The line after which the notebook's metadata stand, as JSON up to the next marked line.</summary>
    public const string Metadata = "#!meta";

    /// <summary>The name of text cells, in place of a kernel's.</summary>
    public const string Markdown = "markdown";

    /// <summary>The name of raw cells, in place of a kernel's. .NET Interactive knows it if the metadata list it.</summary>
    public const string Raw = "raw";

    public static bool IsNameOf(string file) => Path.GetExtension(file).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the name of a code cell's kernel can stand in a heading.</summary>
    public static bool IsKernel(string name) => Kernel.IsUsable(name) && name is not ("meta" or Markdown or "md" or Raw);
}
