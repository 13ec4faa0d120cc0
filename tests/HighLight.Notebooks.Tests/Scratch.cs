namespace HighLight.Notebooks.Tests;

/// <summary>A new folder that is deleted again.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("highlight-notebooks-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
