using HighLight.Interactive.Directives;
using HighLight.Interactive.Display;
using HighLight.Interactive.Magic;
using Microsoft.DotNet.Interactive;

namespace HighLight.Interactive;

/// <summary>
/// What a .NET Interactive kernel loads when a notebook asks for the package: formatters of charts and data frames, and <c>#!highlight</c>.
/// </summary>
public sealed class HighLightExtension : IKernelExtension
{
    /// <summary>Adds them to a kernel.</summary>
    /// <param name="kernel">The kernel, as a rule the one that holds all others.</param>
    public Task OnLoadAsync(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        KernelFormatters.Register();
        KernelFormatters.StayAhead(kernel);
        HighLightMagic.AddTo(kernel, new HighLightDirective());
        return Task.CompletedTask;
    }
}
