using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.Figures;

namespace Suandian.Operations;

public class RegisterSchemaTests
{
    [Fact]
    public void Every_register_and_field_is_described_in_both_languages_and_refers_to_what_exists()
    {
        foreach (var register in RegisterSchema.All)
        {
            Assert.True(register.Title.Zh.Length > 0 && register.Title.En.Length > 0 && register.Description.Zh.Length > 0, register.Name);
            foreach (var field in register.Fields)
            {
                string name = $"{register.Name}.{field.Name}";
                Assert.True(field.Title.Zh.Length > 0 && field.Title.En.Length > 0 && field.Description.Zh.Length > 0 && field.Description.En.Length > 0, name);
                Assert.True(field.References.Length == 0 == field.Type is not (FieldType.Reference or FieldType.References), name);
                Assert.True(field.References.Length == 0 || RegisterSchema.Has(field.References), name);
                Assert.True(field.Choices.IsEmpty == (field.Type != FieldType.Choice), name);
                Assert.True(field.Default.Length == 0 || field.Choices.IsEmpty || field.Choices.Any(c => c.Word == field.Default), name);
            }
        }
    }

    [Fact]
    public void Every_field_that_names_a_person_is_classified() =>
        Assert.All(RegisterSchema.All.SelectMany(r => r.Fields.Select(f => (Register: r.Name, Field: f))), f => Assert.True(
            f.Field is not { Name: "name" or "phone" or "identity" or "person", Type: FieldType.Text } || f.Field.Personal != Personal.None, $"{f.Register}.{f.Field.Name}"));

    [Fact]
    public void The_five_kinds_of_people_and_undergraduates_are_the_kinds_of_persons() =>
        Assert.Equal(["援疆干部", "博士后", "研究生", "志愿者", "创业就业者", "本科生"], RegisterSchema.Of("persons").Field("kind")!.Choices.Select(c => c.Zh));

    [Theory]
    [InlineData("名", "人", Counts.Distinct)]
    [InlineData("人次", "人次", Counts.Rows)]
    [InlineData("平米", "平方米", Counts.Any)]
    [InlineData("枚", "枚", Counts.Any)]
    public void A_unit_says_what_it_counts(string unit, string name, Counts counts) => Assert.Equal(new CountingUnit(name, counts), CountingUnit.Of(unit));
}
