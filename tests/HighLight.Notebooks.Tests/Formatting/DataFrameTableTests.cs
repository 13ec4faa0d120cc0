using HighLight.Notebooks.Formatting;
using Microsoft.Data.Analysis;

namespace HighLight.Notebooks.Tests.Formatting
{
    internal sealed class DataFrameTableTests
    {
        [Test]
        public void Format_DataFrame_IsATableAndText()
        {
            var frame = new DataFrame([new("name", typeof(string), ["a", "<b>"]), new("v", typeof(double), [0.5, null])]);
            var bundle = new FormatterRegistry().Format(frame, []);
            Assert.That(bundle.Text("text/plain"), Is.EqualTo("name     v\na      0.5\n<b>   null\n2 rows × 2 columns"));
            Assert.That(bundle.Text("text/html"), Does.Contain("<td style=\"text-align:left\">&lt;b&gt;</td><td style=\"text-align:right\"><i>null</i></td>"));
        }

        [TestCase(DataFrameTable.RowLimit, "100 rows × 1 columns")]
        [TestCase(DataFrameTable.RowLimit + 1, "101 rows × 1 columns, the first 100 shown")]
        public void Format_AroundTheLimit_SaysWhatIsShown(int rows, string size)
        {
            var frame = new DataFrame([new("i", typeof(int), [.. Enumerable.Range(0, rows).Cast<object>()])]);
            string text = new FormatterRegistry().Format(frame, []).Text("text/plain")!;
            Assert.That(text, Does.EndWith("\n99\n" + size));
        }

        [Test]
        public void Format_NoColumns_IsEmpty() => Assert.That(new FormatterRegistry().Format(new DataFrame([]), []).Text("text/plain"), Does.EndWith("0 rows × 0 columns"));
    }
}

namespace Microsoft.Data.Analysis
{
    /// <summary>The shape that the table reads, under the library's name: the library itself is restored by notebooks, never referenced.</summary>
    public sealed class DataFrame(DataFrameColumn[] columns)
    {
        public IReadOnlyList<DataFrameColumn> Columns => columns;
    }

    public sealed class DataFrameColumn(string name, Type type, object?[] values)
    {
        public string Name => name;

        public Type DataType => type;

        public long Length => values.Length;

        public object? this[long row] => values[row];
    }
}
