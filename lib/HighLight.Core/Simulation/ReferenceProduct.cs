using HighLight.Tensors;

namespace HighLight.Simulation;

/// <summary>The plain product, row by row: what every datapath must compute.</summary>
internal static class ReferenceProduct
{
    public static Matrix<int> Of(Matrix<sbyte> a, Matrix<sbyte> b)
    {
        var z = new int[checked(a.Rows * b.Columns)];
        for (var m = 0; m < a.Rows; m++)
        {
            var sums = z.AsSpan(m * b.Columns, b.Columns);
            var row = a.Row(m);
            for (var k = 0; k < row.Length; k++)
            {
                if (row[k] == 0)
                {
                    continue;
                }

                int weight = row[k];
                var values = b.Row(k);
                for (var n = 0; n < sums.Length; n++)
                {
                    sums[n] += weight * values[n];
                }
            }
        }

        return Matrix<int>.Wrap(a.Rows, b.Columns, z);
    }
}
