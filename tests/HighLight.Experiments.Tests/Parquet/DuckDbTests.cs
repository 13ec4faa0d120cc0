using HighLight.Experiments.Parquet;
namespace HighLight.Experiments.Tests.Parquet;

/// <summary>DuckDB reads the files independently of the library that wrote them.</summary>
public class DuckDbTests
{
    private TemporaryFolder _folder = null!;
    private string _path = null!;

    [SetUp]
    public void WriteTable()
    {
        _folder = new();
        _path = _folder.File("sample.parquet");
        Samples.Table().WithMetadata("experiment", "sample-sweep").WriteParquet(_path);
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Describe_Columns_HaveTheirTypesInOrder() =>
        Assert.That(
            DuckDb.Query($"SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '{_path}')"),
            Is.EqualTo(new[] { "design VARCHAR", "cycles BIGINT", "energy_pJ DOUBLE", "share FLOAT", "rank INTEGER", "exact BOOLEAN" }));

    [Test]
    public void Select_ValuesAndNulls_AreThose() =>
        Assert.That(
            DuckDb.Query($"SELECT concat_ws('|', ifnull(design, '-'), ifnull(cycles::VARCHAR, '-'), ifnull(energy_pJ::VARCHAR, '-'), ifnull(exact::VARCHAR, '-')) FROM '{_path}'"),
            Is.EqualTo(new[] { "TC|1048576|1500000000.0|true", "HighLight|262144|400000000.0|false", "-|-|-|-" }));

    [Test]
    public void Aggregates_SkipNulls() =>
        Assert.That(DuckDb.Query($"SELECT count(*) || ' ' || count(share) || ' ' || sum(cycles) FROM '{_path}'"), Is.EqualTo(new[] { "3 1 1310720" }));

    [Test]
    public void Metadata_HoldsUnitsDescriptionsAndFacts()
    {
        var metadata = DuckDb.Query($"SELECT decode(key) || '=' || decode(value) FROM parquet_kv_metadata('{_path}')");

        Assert.That(metadata, Is.SupersetOf(new[]
        {
            "table_schema=1",
            "table=sample",
            "experiment=sample-sweep",
            "column.energy_pJ.unit=pJ",
            "column.energy_pJ.description=Energy, DRAM included.",
            "column.share.unit=1",
        }));
    }

    [Test]
    public void Compression_IsZstandard() =>
        Assert.That(DuckDb.Query($"SELECT DISTINCT compression FROM parquet_metadata('{_path}')"), Is.EqualTo(new[] { "ZSTD" }));
}
