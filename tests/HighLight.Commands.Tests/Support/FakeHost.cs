using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HighLight.Commands.Tests.Support;

/// <summary>
/// Speaks the host's side of the protocol. The "notebook" is its script, a command a line; relative files are beside it.
/// </summary>
internal static class FakeHost
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not ["run", var notebook, .. var options])
        {
            return 2;
        }

        Environment.CurrentDirectory = Path.GetDirectoryName(notebook)!;
        using var stopped = new CancellationTokenSource();
        var stubborn = false;
        Action<PosixSignalContext> onSignal = context =>
        {
            context.Cancel = true;
            if (!stubborn)
            {
                stopped.Cancel();
            }
        };
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, onSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, onSignal);
        foreach (var line in File.ReadAllLines(notebook))
        {
            var (command, rest) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (line[..space], line[(space + 1)..]) : (line, "");
            switch (command)
            {
                case "out":
                    Console.Out.WriteLine(rest);
                    break;
                case "partial":
                    Console.Out.Write(rest);
                    break;
                case "err":
                    Console.Error.WriteLine(rest);
                    break;
                case "arguments":
                    File.WriteAllLines(rest, arguments);
                    break;
                case "write":
                    foreach (var (option, target) in options.Zip(options.Skip(1)).Where(pair => pair.First is "--output" or "--html"))
                    {
                        File.WriteAllText(target, $"{option} of {Path.GetFileName(notebook)}");
                    }

                    break;
                case "touch":
                    File.WriteAllText(rest, "");
                    break;
                case "await":
                    while (!File.Exists(rest))
                    {
                        await Task.Delay(5);
                    }

                    break;
                case "stubborn":
                    stubborn = true;
                    break;
                case "hang":
                    try
                    {
                        await Task.Delay(Timeout.Infinite, stopped.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        return 130;
                    }

                    break;
                case "die":
                    using (var self = Process.GetCurrentProcess())
                    {
                        self.Kill();
                    }

                    break;
                case "exit":
                    return int.Parse(rest);
            }
        }

        return 0;
    }
}
