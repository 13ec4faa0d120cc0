using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Workloads;

/// <summary>A text is no layer table. Holds every violation, in the order of the lines.</summary>
public sealed class NetworkCsvException : CsvException
{
    internal NetworkCsvException(string file, ImmutableArray<CsvError> errors)
        : base(file, "layer table", errors)
    {
    }
}
