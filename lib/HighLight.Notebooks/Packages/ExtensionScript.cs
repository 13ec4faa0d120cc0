using System.Text;

namespace HighLight.Notebooks.Packages;

/// <summary>
/// The script by which a package registers formatters in a .NET Interactive kernel, <c>interactive-extensions/dotnet/extension.dib</c>: sections headed by
/// magic commands, of which the C# ones are run here.
/// </summary>
internal static class ExtensionScript
{
    /// <summary>The C# code of the package's script; null if the package has none.</summary>
    public static string? Find(ResolvedPackage package)
    {
        string file = Path.Combine(package.Folder, "interactive-extensions", "dotnet", "extension.dib");
        return File.Exists(file) ? CSharpSections(File.ReadAllText(file)) : null;
    }

    /// <summary>The text of the C# sections, joined; text before the first heading is C#. Empty if there is none.</summary>
    public static string CSharpSections(string script)
    {
        var code = new StringBuilder();
        bool csharp = true;
        foreach (string line in script.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                csharp = line.Trim() is "#!csharp" or "#!c#" or "#!C#";
            }
            else if (csharp)
            {
                code.Append(line).Append('\n');
            }
        }

        return code.ToString().Trim();
    }
}
