using System.Collections.Immutable;
using System.CommandLine;
using HighLight.Commands.Arguments;

namespace HighLight.Commands.Reports;

/// <summary>The options <c>--junit</c> and <c>--trx</c>.</summary>
internal sealed class ReportOptions
{
    private readonly TextOption _junit = new(
        "--junit", "FILE.xml", "Write a report in JUnit XML, a test suite a notebook, a test case a code cell.");

    private readonly TextOption _trx = new(
        "--trx", "FILE.trx", "Write the same report as TRX, the format of Visual Studio and Azure DevOps.");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_junit);
        command.Options.Add(_trx);
    }

    /// <summary>The reports asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    /// <param name="problems">Receives a line, with the fix, for each report whose file cannot be meant.</param>
    public ImmutableArray<ReportFile> Read(ParseResult parsed, string currentDirectory, ICollection<string> problems)
    {
        var files = ImmutableArray.CreateBuilder<ReportFile>();
        Add(_junit, JUnitReport.Render);
        Add(_trx, TrxReport.Render);
        return files.ToImmutable();

        void Add(TextOption option, Func<TestReport, byte[]> render)
        {
            if (option.Read(parsed, problems) is not { } value)
            {
                return;
            }

            var path = Path.GetFullPath(value, currentDirectory);
            if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            {
                problems.Add($"{option.Name} must name a file, but '{value}' is a folder.");
            }
            else
            {
                files.Add(new ReportFile(option.Name, path, render));
            }
        }
    }
}
