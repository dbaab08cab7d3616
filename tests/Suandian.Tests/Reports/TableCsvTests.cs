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

    [Fact]
    public void Twelve_digits_end_above_the_round_off_and_keep_what_is_missing()
    {
        var table = new TableOf<double>("figures", [1.0200000000000107, 0.020000000000000018, 22.399999999951152, 123456.789012, double.NaN]).Number("mw", x => x).Table().WithoutRoundOff();

        Assert.Equal([1.02, 0.02, 22.4, 123456.789012, double.NaN], table.Columns[0].Numbers!);
    }
}
