using System.Reflection;

namespace HighLight.Experiments.Display;

/// <summary>The version of this library, as results and notebooks state it.</summary>
public static class LibraryVersion
{
    /// <summary>For example <c>0.1.0</c>: the package's version, without the commit, which would make equal results differ.</summary>
    public static string Current { get; } = typeof(LibraryVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];
}
