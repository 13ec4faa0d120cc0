using System.Collections.Frozen;
using System.Collections.Immutable;
using HighLight.Csv;

namespace HighLight.Technology;

/// <summary>
/// Energies per action and areas of components at one process node, each with its source. Immutable. A value that no row gives is scaled
/// from one by a documented rule of its component (<see cref="Components"/>), and says so; what no rule covers is an error, never zero.
/// </summary>
/// <remarks>
/// Rules, all tagged <see cref="Provenance.Derived"/> at best:
/// registers and DRAM are linear in width; SRAMs take the nearest row of their component times the ratio of the CACTI trend
/// (<see cref="Components.Sram"/>) at the two sizes; small register files are interpolated in words and linear in width;
/// MACs, cells and components of users are never scaled.
/// </remarks>
public sealed class TechnologyTable
{
    private readonly FrozenDictionary<(ComponentKey Key, string Action), TechnologyRow> rows;
    private readonly Scaling scaling;

    private TechnologyTable(string name, ImmutableArray<TechnologyRow> rows)
    {
        Name = name;
        Rows = rows;
        NodeNm = rows.Select(r => r.NodeNm).First(n => n is not null)!.Value;
        this.rows = rows.ToFrozenDictionary(r => (r.Key, r.Action));
        scaling = new Scaling(rows);
    }

    /// <summary>The 65 nm table, the default of every experiment.</summary>
    public static TechnologyTable Default => EmbeddedTables.Node65;

    /// <summary>The 45 nm table (Aladdin and CACTI) that Sparseloop's 2022 artifact used.</summary>
    public static TechnologyTable Node45 => EmbeddedTables.Node45;

    /// <summary>The tables that come with the library.</summary>
    public static ImmutableArray<TechnologyTable> BuiltIn => [Default, Node45];

    /// <summary>What the table is called in results.</summary>
    public string Name { get; }

    /// <summary>The process node of every row, in nm.</summary>
    public int NodeNm { get; }

    /// <summary>Every row, in the order of the file.</summary>
    public ImmutableArray<TechnologyRow> Rows { get; }

    /// <summary>The standard cells of this table, for circuits described by gates.</summary>
    public GateLibrary Gates => new(this);

    /// <summary>A table of rows.</summary>
    /// <param name="name">What the table is called in results.</param>
    /// <param name="rows">One node among them all, each key and action once.</param>
    /// <exception cref="ArgumentException">The rows break a rule; the message lists all violations.</exception>
    public static TechnologyTable Create(string name, IEnumerable<TechnologyRow> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToImmutableArray();
        var errors = TableRules.Violations(all);
        return errors.IsEmpty
            ? new TechnologyTable(name, all)
            : throw new ArgumentException(Invariant($"Technology table '{name}':\n  ") + string.Join("\n  ", errors.Select(e => e.Message)), nameof(rows));
    }

    /// <summary>Reads a whole table; the name is the file's, without its extension. The columns are those of data/technology/README.md.</summary>
    /// <exception cref="TechnologyCsvException">The content is no technology table; every violation with line, column and legal values.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TechnologyTable FromCsv(string path) =>
        Parsed(RowsFromCsv(path), Path.GetFileNameWithoutExtension(path), path);

    /// <summary>A built-in table by its name (<c>65nm</c>, <c>45nm</c>, in any case), or the table in a CSV file by its path.</summary>
    /// <exception cref="ArgumentException">The text is neither a built-in table nor a file; the built-in ones are listed.</exception>
    /// <exception cref="TechnologyCsvException">The file is not a technology table.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TechnologyTable Named(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (BuiltIn.FirstOrDefault(table => table.Name.Equals(nameOrPath, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        return !nameOrPath.Contains('\0', StringComparison.Ordinal) && File.Exists(nameOrPath)
            ? FromCsv(nameOrPath)
            : throw new ArgumentException(
                $"'{nameOrPath}' is neither a built-in technology table nor a file. "
                + NearestName.Advice(nameOrPath, [.. BuiltIn.Select(table => table.Name)])
                + " A table of your own is given as the path of a CSV file.",
                nameof(nameOrPath));
    }

    /// <summary>Reads rows to override some of a table with: <c>TechnologyTable.Default.With("65 nm, my SRAM", TechnologyTable.RowsFromCsv(path))</c>.</summary>
    /// <exception cref="TechnologyCsvException">The content is no list of technology rows; every violation with line, column and legal values.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImmutableArray<TechnologyRow> RowsFromCsv(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return TechnologyCsvReader.Read(TechnologyCsvReader.LoadText(path), path);
    }

    /// <summary>Reads a whole table from CSV text.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="name">What the table is called, also in errors.</param>
    /// <exception cref="TechnologyCsvException">The text is no technology table.</exception>
    public static TechnologyTable Parse(string csv, string name)
    {
        ArgumentNullException.ThrowIfNull(csv);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Parsed(TechnologyCsvReader.Read(csv, name), name, name);
    }

    /// <summary>This table with rows replaced, where key and action agree, and added.</summary>
    /// <param name="name">What the new table is called in results: it is no longer this one.</param>
    /// <param name="replacements">Rows of this table's node.</param>
    /// <exception cref="ArgumentException">The rows break a rule, such as another node; the message lists all violations.</exception>
    public TechnologyTable With(string name, params IEnumerable<TechnologyRow> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        var news = replacements.ToImmutableArray();
        var replaced = news.Where(r => r is not null).Select(r => (r.Key, r.Action)).ToHashSet();
        return Create(name, [.. Rows.Where(r => !replaced.Contains((r.Key, r.Action))), .. news]);
    }

    /// <summary>The energy of one action in pJ.</summary>
    /// <exception cref="MissingTechnologyException">No row gives it and no rule scales one to it.</exception>
    public double EnergyPj(ComponentKey key, string action) => Energy(key, action).Value;

    /// <summary>The area of the component in µm².</summary>
    /// <exception cref="MissingTechnologyException">No row gives it and no rule scales one to it.</exception>
    public double AreaUm2(ComponentKey key) => Area(key).Value;

    /// <summary>The energy of one action in pJ, with its source.</summary>
    /// <exception cref="ArgumentException">The action is <see cref="Actions.Area"/>, which is no energy.</exception>
    /// <exception cref="MissingTechnologyException">No row gives it and no rule scales one to it.</exception>
    public SourcedValue Energy(ComponentKey key, string action)
    {
        ArgumentException.ThrowIfNullOrEmpty(action);
        return string.Equals(action, Actions.Area, StringComparison.Ordinal)
            ? throw new ArgumentException("An area is no energy: ask Area(key).", nameof(action))
            : Find(key, action);
    }

    /// <summary>The area of the component in µm², with its source.</summary>
    /// <exception cref="MissingTechnologyException">No row gives it and no rule scales one to it.</exception>
    public SourcedValue Area(ComponentKey key) => Find(key, Actions.Area);

    /// <summary>Every row as CSV, in the columns that <see cref="FromCsv"/> reads.</summary>
    public string ToCsv() => TechnologyCsvWriter.Write(Rows);

    /// <summary>Every row as a Markdown table, for pages that list what a result rests on.</summary>
    public string ToMarkdown() => TechnologyMarkdown.Write(Rows);

    /// <summary>Writes <see cref="ToCsv"/> as UTF-8, under a temporary name beside the target first.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteCsv(string path) => CsvFile.Write(path, ToCsv());

    /// <summary>The name and the node.</summary>
    public override string ToString() => Invariant($"{Name} ({NodeNm} nm, {Rows.Length} rows)");

    private static TechnologyTable Parsed(ImmutableArray<TechnologyRow> rows, string name, string file) =>
        rows.Any(r => r.NodeNm is not null)
            ? new TechnologyTable(name, rows)
            : throw new TechnologyCsvException(file, [new(1, "node_nm", "no row has a node,", "so the table has none: add the rows of a node.")]);

    private SourcedValue Find(ComponentKey key, string action)
    {
        if (key.Component is null || key.WidthBits < 1 || key.SizeBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(key), key, "A component has a name, a width of 1 bit or more and a size of 0 bytes or more.");
        }

        if (rows.TryGetValue((key, action), out var row))
        {
            return row.ToSourcedValue();
        }

        var scaled = scaling.Scale(key, action, out var reason);
        return scaled ?? throw Missing.Describe(this, key, action, reason);
    }
}
