using System.Text;
using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Drafts;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations;

public class DraftTests
{
    [Fact]
    public void Nothing_enters_unconfirmed()
    {
        var ledger = SmallLedger.County();
        var drafts = DraftFile.Read(ProgrammeTemplate.Drafts("yiwu-2024")!, "drafts.csv").Drafts;

        Assert.Equal(31, drafts.Length);
        Assert.Empty(DraftFile.Confirmed(drafts, ledger.State));
        Assert.Single(DraftFile.Confirmed(drafts.Select((d, i) => d with { Draft = d.Draft with { Confirm = i == 3 ? "是" : "no" } }), ledger.State));
    }

    [Fact]
    public void Drafts_written_are_read_back()
    {
        var drafts = DraftFile.Read(ProgrammeTemplate.Drafts("yiwu-2024")!, "drafts.csv").Drafts.Select(d => d.Draft).ToArray();

        Assert.Equal(drafts, DraftFile.Read(DraftFile.Write(drafts), "drafts.csv").Drafts.Select(d => d.Draft));
    }

    [Fact]
    public void The_indicator_of_every_draft_is_found_by_its_words_and_unit()
    {
        var indicators = SmallLedger.County().State.Rows("indicators").Select(Indicator.From).ToArray();
        var drafts = DraftFile.Read(ProgrammeTemplate.Drafts("yiwu-2024")!, "drafts.csv").Drafts.Select(d => d.Draft);

        Assert.All(drafts, d => Assert.Equal((d.Id, d.Indicator), (d.Id, IndicatorMatch.Of(d with { Indicator = "" }, indicators)?.Id)));
    }

    [Fact]
    public void Columns_and_words_that_are_not_understood_are_told_at_once()
    {
        var wrong = DraftFile.Read(Encoding.UTF8.GetBytes("id,name,cmp\nT01,甲,>=\n"), "drafts.csv").Problems;
        var word = DraftFile.Read(Encoding.UTF8.GetBytes("id,name_zh,cmp,confirm\nT01,甲,>=,maybe\n"), "drafts.csv").Problems;

        Assert.Equal([ProblemCode.ColumnMissing, ProblemCode.ColumnMissing, ProblemCode.ColumnUnknown], wrong.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.Equal((ProblemCode.LedgerConfirm, 2, "maybe"), word.Select(p => (p.Code, p.Row ?? 0, p.Value)).Single());
    }
}
