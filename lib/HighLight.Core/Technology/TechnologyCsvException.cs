using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Technology;

/// <summary>A text is no technology table. Holds every violation, in the order of the lines.</summary>
public sealed class TechnologyCsvException : CsvException
{
    internal TechnologyCsvException(string file, ImmutableArray<CsvError> errors)
        : base(file, "technology table", errors)
    {
    }
}
