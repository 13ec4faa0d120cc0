using System.Reflection;

namespace HighLight.Notebooks.Directives;

/// <summary>A magic command that a package brings, called by its shape: the package need not refer to this engine.</summary>
internal sealed class PackageDirective
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;

    private readonly object _directive;
    private readonly MethodInfo _invoke;

    private PackageDirective(object directive, string name, MethodInfo invoke)
    {
        _directive = directive;
        _invoke = invoke;
        Name = name;
    }

    /// <summary>What a line must begin with, such as <c>#!highlight</c>.</summary>
    public string Name { get; }

    /// <summary>Makes the directive that a type describes.</summary>
    /// <exception cref="InvalidOperationException">
    /// The type follows the convention only in part; the message says what is missing.
    /// </exception>
    public static PackageDirective Create(Type type)
    {
        var constructor = type.GetConstructor(Type.EmptyTypes) ?? throw Broken(type, "it needs a public parameterless constructor");
        var name = type.GetProperty("Name", Members) is { } property && property.PropertyType == typeof(string)
            ? property
            : throw Broken(type, "it needs a public property string Name");
        var invoke = type.GetMethod(
            "InvokeAsync", Members, [typeof(string), typeof(Action<IReadOnlyDictionary<string, string>>), typeof(CancellationToken)]);
        if (invoke is null || !typeof(Task).IsAssignableFrom(invoke.ReturnType))
        {
            throw Broken(
                type, "it needs a public method Task InvokeAsync(string, Action<IReadOnlyDictionary<string, string>>, CancellationToken)");
        }

        object directive = constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, parameters: null, culture: null);
        string text = name.GetValue(directive) as string ?? "";
        return text.StartsWith("#!", StringComparison.Ordinal) && text.Length > 2 && char.IsAsciiLetter(text[2])
            && !text.Any(char.IsWhiteSpace)
            ? new PackageDirective(directive, text, invoke)
            : throw Broken(type, $"its Name is '{text}', which does not begin with #! and a letter");
    }

    /// <summary>Runs the directive.</summary>
    /// <param name="arguments">The rest of its line.</param>
    /// <param name="show">Takes what it shows, by MIME type; may be called several times.</param>
    /// <param name="cancellation">Cancelled when the run ends.</param>
    public Task InvokeAsync(string arguments, Action<IReadOnlyDictionary<string, string>> show, CancellationToken cancellation) =>
        (Task)_invoke.Invoke(_directive, BindingFlags.DoNotWrapExceptions, binder: null, [arguments, show, cancellation], culture: null)!;

    private static InvalidOperationException Broken(Type type, string what) =>
        new($"the magic command {type.FullName} cannot be used: {what}");
}
