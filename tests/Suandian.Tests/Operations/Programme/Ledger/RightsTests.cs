using Suandian.Cases;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Recording;
using static Suandian.Operations.SmallLedger;

namespace Suandian.Operations;

public class RightsTests
{
    [Fact]
    public void Without_a_name_a_reason_or_an_account_nothing_is_written()
    {
        var ledger = Blank();
        var row = Row("universities", "id=u1", "name_zh=甲大学", "province=河南");

        Assert.Equal([ProblemCode.LedgerAccount], ledger.Do([row], by: "stranger").Problems.Select(p => p.Code));
        Assert.Equal([ProblemCode.LedgerWhy], ledger.Do([row], why: " ").Problems.Select(p => p.Code));
        Assert.Equal([ProblemCode.LedgerWho, ProblemCode.LedgerAccount], ledger.Do([row], by: "").Problems.Select(p => p.Code).OrderBy(c => c, StringComparer.Ordinal));
        Assert.Equal(0, ledger.State.Count("universities"));
    }

    [Fact]
    public void An_account_edits_its_registers_and_there_the_rows_of_its_organisation()
    {
        var ledger = Two();

        Assert.Empty(ledger.Do([Visit("S1")], by: "institute").Problems);
        Assert.Equal(ProblemCode.LedgerNotAllowed, ledger.Do([Row("firms", "id=f1", "name_zh=甲公司")], by: "institute").Problems.Single().Code);
        Assert.Equal("institute", ledger.State.Rows("visits").Single()["organisation"]);

        ledger.Do([Visit("S2")]);
        string other = ledger.State.Rows("visits").Last().Address.ToString();
        Assert.Equal(ProblemCode.LedgerNotOwn, ledger.Do([Other(ChangeKind.Change, other, "level=graduate")], by: "institute").Problems.Single().Code);
        Assert.Equal(ProblemCode.LedgerNotOwn, ledger.Do([Other(ChangeKind.Remove, other)], by: "institute").Problems.Single().Code);
        Assert.Equal(ProblemCode.LedgerNotOwn, ledger.Do([Visit("S3") with { Values = Visit("S3").Values.SetItem("organisation", "owner") }], by: "institute").Problems.Single().Code);
    }

    [Fact]
    public void A_row_cannot_be_given_away()
    {
        var ledger = Two();
        ledger.Do([Visit("S1")], by: "institute");

        var recorded = ledger.Do([Other(ChangeKind.Change, ledger.State.Rows("visits").Single().Address.ToString(), "organisation=owner")], by: "institute");

        Assert.Equal(ProblemCode.LedgerNotOwn, recorded.Problems.Single().Code);
    }

    [Fact]
    public void The_last_account_that_may_do_everything_cannot_lock_itself_out()
    {
        var ledger = Two();

        Assert.Equal(ProblemCode.LedgerLastEditor, ledger.Do([Other(ChangeKind.Change, "roles/owner", "edits=visits")]).Problems.Single().Code);
        Assert.Equal(ProblemCode.LedgerLastEditor, ledger.Do([Other(ChangeKind.Remove, "roles/owner")]).Problems.Single().Code);
    }

    [Fact]
    public void Names_phones_and_ids_are_masked_unless_the_role_sees_them()
    {
        var ledger = Two();
        var name = RegisterSchema.Of("persons").Field("name")!;

        Assert.Equal("联***", Masking.Shown(name, "联系人甲", Rights.Of(ledger.State, "institute")));
        Assert.Equal("联系人甲", Masking.Shown(name, "联系人甲", Rights.Of(ledger.State, Owner)));
        Assert.Equal("联***", Masking.Shown(name, "联系人甲", Rights.Of(ledger.State, "nobody")));
    }

    [Theory]
    [InlineData(Personal.Name, "甲", "甲*")]
    [InlineData(Personal.Phone, "000-00001234", "***1234")]
    [InlineData(Personal.Phone, "1234", "***")]
    [InlineData(Personal.Id, "S20240017", "***17")]
    [InlineData(Personal.Id, "S1", "***")]
    [InlineData(Personal.None, "河南", "河南")]
    public void A_mask_leaves_too_little_to_find_the_person(Personal kind, string value, string shown) => Assert.Equal(shown, Masking.Of(kind, value));

    static SmallLedger Two() => Blank().Add("organisations", "id=institute", "name_zh=研究院", "kind=contractor")
        .Add("roles", "id=institute", "organisation=institute", "edits=visits;agreements");

    static Change Visit(string person) => Row("visits", "date=2024-05-06", "activity=study_tour", $"person={person}", "level=undergraduate");
}
