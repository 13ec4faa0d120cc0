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
        if (arguments is ["convert", var input, var output])
        {
            return Convert(input, output);
        }

        if (arguments is ["recover", var dead, .. var how])
        {
            return Recover(dead, how);
        }

        if (arguments is not ["run", var notebook, .. var options])
        {
            return 2;
        }

        Environment.CurrentDirectory = Path.GetDirectoryName(notebook)!;
        var supervisor = options.Contains("--supervised") ? Supervise() : "";
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
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, onSignal);
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
                case "supervisor":
                    File.WriteAllText(rest, supervisor);
                    break;
                case "write":
                    foreach (var (option, target) in options.Zip(options.Skip(1)).Where(pair => pair.First is "--output" or "--html"))
                    {
                        File.WriteAllText(target, $"{option} of {Path.GetFileName(notebook)}");
                    }

                    break;
                case "journal":
                    File.WriteAllText(options[Array.IndexOf(options, "--journal") + 1], rest);
                    break;
                case "touch":
                    File.WriteAllText(rest, "");
                    break;
                case "folder":
                    Directory.CreateDirectory(rest);
                    break;
                case "await":
                    while (!File.Exists(rest))
                    {
                        await Task.Delay(5);
                    }

                    break;
                case "self":
                    File.WriteAllText(rest, Environment.ProcessId.ToString());
                    break;
                case "spawn":
                    // Holds the output of this process open, as a program that a cell starts does.
                    using (var child = Process.Start(new ProcessStartInfo("sleep", ["1000"]) { UseShellExecute = false })!)
                    {
                        File.WriteAllText(rest, child.Id.ToString());
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

    /// <summary>Ends as the journal says.</summary>
    private static int Recover(string notebook, string[] options)
    {
        string Value(string option) => options[Array.IndexOf(options, option) + 1];
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(notebook)!, "recovery"), Supervise());
        var exitCode = int.Parse(File.ReadAllText(Value("--journal"))[5..]);
        Console.Out.WriteLine(exitCode == 0 ? "" : """{"event":"write-failed","message":"disk full"}""");
        File.WriteAllText(Value("--output"), exitCode == 0 ? "recovered" : "");
        return exitCode;
    }

    /// <summary>Leads a group of processes, reads the first line, and ends when the supervisor is gone.</summary>
    private static string Supervise()
    {
        if (!OperatingSystem.IsWindows() && SetGroup(0, 0) != 0)
        {
            throw new InvalidOperationException("setpgid failed");
        }

        var input = Console.OpenStandardInput();
        using var first = new MemoryStream();
        while (input.ReadByte() is >= 0 and not '\n' and var character)
        {
            first.WriteByte((byte)character);
        }

        var watch = new Thread(() =>
        {
            while (input.ReadByte() >= 0)
            {
            }

            Environment.Exit(130);
        })
        {
            IsBackground = true,
        };
        watch.Start();
        return System.Text.Encoding.UTF8.GetString(first.ToArray());
    }

    private static int Convert(string input, string output)
    {
        var lines = File.ReadAllLines(input);
        foreach (var line in lines.Where(line => line.StartsWith("out ", StringComparison.Ordinal)))
        {
            Console.Out.WriteLine(line[4..]);
        }

        if (Array.Find(lines, line => line.StartsWith("exit ", StringComparison.Ordinal)) is { } exit)
        {
            return int.Parse(exit[5..]);
        }

        File.WriteAllText(output, $"converted from {Path.GetFileName(input)}");
        return 0;
    }

    [DllImport("libc", EntryPoint = "setpgid", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetGroup(int processId, int group);
}
