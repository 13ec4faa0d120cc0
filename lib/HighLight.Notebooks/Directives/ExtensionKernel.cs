using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace HighLight.Notebooks.Directives;

/// <summary>
/// The kernel that extensions are handed, made of the library that the package brings. They may ask for the kernel of the command that
/// loads them and in it for the one that runs C#: both are there, but C# sent to it is not run, since cells have the engine's names.
/// </summary>
internal sealed class ExtensionKernel
{
    private const string Namespace = "Microsoft.DotNet.Interactive.";

    private readonly object? _kernel;
    private Func<object?, Task>? _load;

    /// <param name="interactive">The library.</param>
    public ExtensionKernel(Assembly interactive)
    {
        _kernel = Create(interactive, "CompositeKernel");
        if (_kernel is not null && Create(interactive, "KeyValueStoreKernel", "csharp") is { } csharp)
        {
            AddMiddleware(csharp, _ => Task.CompletedTask);
            AddMiddleware(_kernel, next => TakeLoad() is { } load ? load(_kernel) : next());
            Invoke(_kernel, "Add", csharp);
        }
    }

    /// <summary>Loads an extension, within a command if the library can handle one.</summary>
    /// <param name="load">Gets the kernel; null if the library has none.</param>
    public async Task LoadAsync(Func<object?, Task> load)
    {
        var output = Console.Out;
        ExceptionDispatchInfo? failure = null;
        _load = async kernel =>
        {
            try
            {
                Console.SetOut(output); // while a command runs, the kernel keeps what is printed to itself
                await load(kernel);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        };
        if (_kernel is not null
            && Create(_kernel.GetType().Assembly, "Commands.RequestKernelInfo") is { } command
            && Invoke(_kernel, "SendAsync", command) is Task sent)
        {
            await sent;
        }

        if (TakeLoad() is { } notLoaded)
        {
            await notLoaded(_kernel);
        }

        failure?.Throw();
    }

    private Func<object?, Task>? TakeLoad() => Interlocked.Exchange(ref _load, null);

    private static object? Create(Assembly interactive, string name, params object?[] first)
    {
        var constructor = interactive.GetType(Namespace + name)?.GetConstructors()
            .FirstOrDefault(candidate => Takes(candidate, first));
        return constructor?.Invoke(Arguments(constructor, first));
    }

    private static object? Invoke(object target, string name, params object?[] first)
    {
        var method = target.GetType().GetMethods()
            .FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal) && Takes(candidate, first));
        return method?.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, Arguments(method, first), culture: null);
    }

    private static bool Takes(MethodBase method, object?[] first)
    {
        var parameters = method.GetParameters();
        return parameters.Length >= first.Length
            && parameters.Take(first.Length).Zip(first).All(pair => pair.First.ParameterType.IsInstanceOfType(pair.Second))
            && parameters.Skip(first.Length).All(parameter => parameter.IsOptional);
    }

    private static object?[] Arguments(MethodBase method, object?[] first) =>
        [.. first, .. method.GetParameters().Skip(first.Length).Select(parameter => parameter.DefaultValue)];

    // (command, context, next) => handle(() => next(command, context)), as a delegate of the library's own type
    private static void AddMiddleware(object kernel, Func<Func<Task>, Task> handle)
    {
        var method = kernel.GetType().GetMethod("AddMiddleware");
        if (method?.GetParameters() is not [var middleware, ..]
            || middleware.ParameterType.GetMethod("Invoke")?.GetParameters().Select(
                parameter => Expression.Parameter(parameter.ParameterType)).ToArray() is not [var command, var context, var next])
        {
            return;
        }

        var proceed = Expression.Lambda<Func<Task>>(Expression.Invoke(next, command, context));
        var body = Expression.Invoke(Expression.Constant(handle), proceed);
        Invoke(kernel, "AddMiddleware", Expression.Lambda(middleware.ParameterType, body, command, context, next).Compile(), "engine");
    }
}
