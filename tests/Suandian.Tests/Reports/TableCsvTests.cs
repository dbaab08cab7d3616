using System.Text;
using Suandian.Reports.Tables;

namespace Suandian.Reports;

public class TableCsvTests
{
    [Fact]
    public void A_number_that_is_missing_or_without_end_is_an_empty_cell()
    {
        using var stream = new MemoryStream();

        TableFiles.WriteCsv(new TableOf<double>("limits", [1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity]).Number("limit_pu", x => x).Word("place", _ => "a").Table(), stream);

        Assert.Equal("limit_pu,place\r\n1.5,a\r\n,a\r\n,a\r\n,a\r\n", Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF'));
    }
}
