using Microsoft.ML.OnnxRuntime;

namespace HighLight.Models.Runtime.Execution;

/// <summary>The memory that all limited sessions of this process share: ONNX Runtime has one such allocator a process.</summary>
internal static class SharedMemory
{
    /// <summary>The greatest limit that ONNX Runtime's interface can express: just under 4 GiB.</summary>
    private const uint Limit = uint.MaxValue;

    /// <summary>Take what is asked for, no more.</summary>
    private const int SameAsRequested = 1;

    private const int UseDefault = -1;

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Makes a session take its memory from the limited store.</summary>
    public static void Use(SessionOptions options)
    {
        _ = Registered.Value;
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
    }

    private static bool Register()
    {
        using var cpu = new OrtMemoryInfo("Cpu", OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtArenaCfg(Limit, SameAsRequested, UseDefault, UseDefault);
        try
        {
            OrtEnv.Instance().CreateAndRegisterAllocator(cpu, arena);
            return true;
        }
        catch (OnnxRuntimeException)
        {
            // The program around us registered an allocator of its own: its limit holds.
            return false;
        }
    }
}
