using System.Runtime.InteropServices;

namespace HighLight.Notebooks.Host.Native;

/// <summary>struct pollfd.</summary>
/// <param name="Descriptor">The descriptor to watch.</param>
/// <param name="Wanted">What to wait for.</param>
/// <param name="Found">What is the case.</param>
[StructLayout(LayoutKind.Sequential)]
internal record struct PollDescriptor(int Descriptor, short Wanted, short Found);
