using System.Collections.Concurrent;
using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace HighLight.Interactive.KernelHost;

/// <summary>Loads the extensions of packages that a cell asked for, as the tool does it; its own loader is internal.</summary>
internal static class PackageExtensions
{
    public static void LoadInto(CompositeKernel kernel)
    {
        var added = new AddedPackages();
        kernel.RegisterForDisposal(kernel.KernelEvents.Subscribe(added));
        kernel.AddMiddleware(async (command, context, next) =>
        {
            await next(command, context);
            while (added.TryTake(out var root))
            {
                foreach (var extension in Extensions(Path.Combine(root, "interactive-extensions", "dotnet")))
                {
                    await extension.OnLoadAsync(kernel);
                    context.Publish(new KernelExtensionLoaded(extension, context.Command));
                }
            }
        });
    }

    private static IEnumerable<IKernelExtension> Extensions(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*.dll")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => AssemblyLoadContext.Default.LoadFromAssemblyPath(file).ExportedTypes)
            .Where(type => !type.IsAbstract && typeof(IKernelExtension).IsAssignableFrom(type))
            .Select(type => (IKernelExtension)Activator.CreateInstance(type)!);

    /// <summary>The folders of packages that were added and not looked at yet.</summary>
    private sealed class AddedPackages : IObserver<KernelEvent>
    {
        private readonly ConcurrentQueue<string> _roots = new();
        private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

        public bool TryTake(out string root) => _roots.TryDequeue(out root!);

        public void OnNext(KernelEvent value)
        {
            if (value is PackageAdded { PackageReference.PackageRoot: { } root } && _seen.TryAdd(root, true))
            {
                _roots.Enqueue(root);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
