using System.Text.Json.Nodes;
using Suandian.Cases;
using Suandian.Planning;
using Suandian.Planning.Stages;
using Suandian.Reports;
using Suandian.Reports.Questions;

namespace Suandian.Cli.Commands.Plans;

/// <summary>What is built in which stage, for people and for machines.</summary>
static class StageTable
{
    /// <summary>Prints the present value, the annual cost of each stage and what is built.</summary>
    internal static ExitCode Give(Door door, string command, PlanningSolution plan, (Case Data, StageAnswer Answer) found)
    {
        var (terminal, answer) = (door.Terminal, found.Answer);
        terminal.Say(terminal.Words("cli.stages.present_value", ("cost", Numbers.Say(Quantity.MoneyYuan, answer.PresentValueYuan, terminal.Language))));
        foreach (var stage in answer.Stages)
        {
            terminal.Say(terminal.Words("cli.stages.yearly", ("name", StagesFiles.NameOf(found.Data, stage.Name).In(terminal.Language)),
                ("year", stage.Year), ("cost", Numbers.Say(Quantity.YearlyMoneyYuan, stage.CostYuan, terminal.Language))));
        }

        string[] headings = [terminal.Words("cli.stages.capacity"), terminal.Words("cli.stages.unit"), .. answer.Stages.Select(s => s.Name)];
        Grid.Print(terminal, headings, answer.Paths.Where(p => p.Standing.Any(size => size > 1e-6)).Select(p => (string[])
        [
            p.Quantity.Name.In(terminal.Language), p.Quantity.Unit,
            .. p.Standing.Zip(p.Built, (standing, built) => built > 1e-6 ? $"{Numbers.Three(standing)} (+{Numbers.Three(built)})" : Numbers.Three(standing)),
        ]));
        terminal.Say(PlanAnswer.Proof(terminal, plan));
        var document = PlanAnswer.Document(command, plan);
        document["stages"] = Node(answer);
        terminal.Document(document);
        return PlanAnswer.CodeOf(plan.Status);
    }

    static JsonObject Node(StageAnswer answer) => new()
    {
        ["present_value_yuan"] = answer.PresentValueYuan,
        ["stages"] = new JsonArray([.. answer.Stages.Select(s => (JsonNode)new JsonObject
        {
            ["name"] = s.Name,
            ["year"] = s.Year,
            ["discounted_years"] = s.DiscountedYears,
            ["cost_yuan"] = s.CostYuan,
        })]),
        ["capacities"] = new JsonArray([.. answer.Paths.Select(p => (JsonNode)new JsonObject
        {
            ["key"] = p.Quantity.Key,
            ["unit"] = p.Quantity.Unit,
            ["built"] = new JsonArray([.. p.Built.Select(v => (JsonNode)v)]),
            ["standing"] = new JsonArray([.. p.Standing.Select(v => (JsonNode)v)]),
        })]),
    };
}
