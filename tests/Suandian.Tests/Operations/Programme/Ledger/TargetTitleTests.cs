namespace Suandian.Operations.Programme.Ledger;

public class TargetTitleTests
{
    [Fact]
    public void Names_that_two_targets_bear_or_that_mean_nothing_alone_stand_with_their_scope()
    {
        var ledger = Announced();

        Assert.Equal("到场人数（推进会）", ledger.Status("A2").Title.Zh);
        Assert.Equal("到场人数（招商活动）", ledger.Status("A4").Title.Zh);
        Assert.Equal("外地（招商活动）", ledger.Status("A5").Title.Zh);
        Assert.Equal("办好推进会", ledger.Status("A1").Title.Zh);
    }

    [Fact]
    public void A_section_that_is_only_a_number_is_called_by_what_its_rows_are_about() =>
        Assert.Equal(["重大活动", "重大活动", "项目周期", "人才引育", "产业研究"], ((string[])["A1", "A5", "A6", "A7", "A9"]).Select(id => Announced().Status(id).Part));

    [Fact]
    public void Two_targets_with_equal_name_and_scope_are_told_apart_by_their_codes()
    {
        var ledger = Announced().Add("targets", "id=A8", "section=4②", "name_zh=到场人数", "scope=招商活动", "cmp=>=", "value=9");

        Assert.Equal(["到场人数（A4）", "到场人数（A8）"], ((string[])["A4", "A8"]).Select(id => ledger.Status(id).Title.Zh));
    }

    /// <summary>Targets as an announcement gives them: sections by number, sub-promises named shortly, their scope the event or the title of the section.</summary>
    static SmallLedger Announced() => SmallLedger.Blank()
        .Add("targets", "id=A1", "section=4①", "name_zh=办好推进会", "scope=重大活动", "cmp=>=", "value=1")
        .Add("targets", "id=A2", "section=4①", "name_zh=到场人数", "scope=推进会", "cmp=>=", "value=150")
        .Add("targets", "id=A3", "section=4②", "name_zh=举办招商活动", "scope=重大活动", "cmp=>=", "value=4")
        .Add("targets", "id=A4", "section=4②", "name_zh=到场人数", "scope=招商活动", "cmp=>=", "value=500")
        .Add("targets", "id=A5", "section=4②", "name_zh=外地", "scope=招商活动", "cmp=>=", "value=3")
        .Add("targets", "id=A6", "section=(二)", "name_zh=服务期", "scope=项目周期", "cmp=interval", "value=2024-01-01", "max=2024-12-31")
        .Add("targets", "id=A9", "section=2", "name_zh=产业研究项目", "scope=产业研究", "cmp=>=", "value=5")
        .Add("targets", "id=A7", "section=人才引育①", "name_zh=博士后", "cmp=>=", "value=5");
}
