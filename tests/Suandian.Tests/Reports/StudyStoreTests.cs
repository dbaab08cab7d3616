using System.Text;
using System.Text.Json;
using Suandian.Cases;
using Suandian.Planning;

namespace Suandian.Reports;

public class StudyStoreTests
{
    [Fact]
    public void What_is_read_back_is_written_with_the_same_bytes()
    {
        var first = Bytes(TinyStudy.Study());

        var second = Bytes(StudyStore.Read(new MemoryStream(first)));

        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(second));
    }

    [Fact]
    public void A_study_read_back_gives_the_same_figures()
    {
        var study = TinyStudy.Study();

        var again = StudyFigures.From(StudyStore.Read(new MemoryStream(Bytes(study))));

        Assert.Equal(ReportFiles.FigureHashes(StudyFigures.From(study)), ReportFiles.FigureHashes(again));
    }

    [Fact]
    public void Series_keep_every_bit_whatever_their_order()
    {
        double[] odd = [0.1, 1.0 / 3, double.NaN, double.PositiveInfinity, 5e-324, -1.7976931348623157e308];
        var study = TinyStudy.Study();
        study = study with { Case = study.Case with { Series = study.Case.Series.Add("b", [1]).Add("a", odd) } };
        var other = study with { Case = study.Case with { Series = study.Case.Series.Clear().Add("a", odd).Add("b", [1]) } };

        var read = StudyStore.Read(new MemoryStream(Bytes(study)));

        Assert.Equal(odd.Select(BitConverter.DoubleToInt64Bits), read.Case.Series["a"].Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(Bytes(study), Bytes(other));
    }

    [Fact]
    public void A_county_of_every_component_with_outline_base_and_replay_survives_the_store()
    {
        var study = TinyStudy.Study();
        study = study with
        {
            Network = ReplayCase.Network(),
            Plan = ReplayCase.Plan(),
            Replay = Replay.Check(ReplayCase.Network(), ReplayCase.Plan()),
            Base = null,
            Case = study.Case with { Outline = [[(93.6, 42.9), (96.1, 44.3)]] },
            Problems = [new Problem("SD0001", Severity.Warning, "loads.csv", 3, "power_mw", "9", new("小", "less"), new("改", "mend"))],
        };

        var read = StudyStore.Read(new MemoryStream(Bytes(study)));

        Assert.Equal(Bytes(study), Bytes(read));
        Assert.Equal((96.1, 44.3), read.Case.Outline[0][1]);
        Assert.Equal(ReplayCase.Yuan, read.Plan.ObjectiveYuan);
    }

    [Fact]
    public void A_file_that_is_no_study_is_told_in_both_languages()
    {
        var folder = Directory.CreateTempSubdirectory("suandian-");
        File.WriteAllText(Path.Combine(folder.FullName, "solution.json"), "{ \"plan\": 1 ");

        var trouble = Assert.Throws<StudyNotReadException>(() => StudyStore.ReadFolder(folder.FullName));

        Assert.Contains("solution.json", trouble.Words.Zh, StringComparison.Ordinal);
        Assert.EndsWith("cannot be read: an earlier version of Suandian may have written it, or it is damaged. Run suandian study on the case again with this version", trouble.Words.En, StringComparison.Ordinal);
        Assert.IsAssignableFrom<JsonException>(trouble.InnerException);
        folder.Delete(recursive: true);
    }

    static byte[] Bytes(Study study)
    {
        using var stream = new MemoryStream();
        StudyStore.Write(study, stream);
        return stream.ToArray();
    }
}
