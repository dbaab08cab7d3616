using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Suandian.Operations.Storage.Migrations;

/// <summary>History, rows and seals.</summary>
[DbContext(typeof(LedgerContext))]
[Migration(Name)]
sealed class First : Migration
{
    internal const string Name = "20261126000001_history_rows_seals";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "history",
            table => new
            {
                Number = table.Column<long>(name: "number", nullable: false),
                At = table.Column<string>(name: "at", nullable: false),
                By = table.Column<string>(name: "by", nullable: false),
                Why = table.Column<string>(name: "why", nullable: false),
                Kind = table.Column<string>(name: "kind", nullable: false),
                Register = table.Column<string>(name: "register", nullable: false),
                Row = table.Column<string>(name: "row", nullable: false),
                Before = table.Column<string>(name: "before", nullable: false),
                After = table.Column<string>(name: "after", nullable: false),
                Previous = table.Column<string>(name: "previous", nullable: false),
                Hash = table.Column<string>(name: "hash", nullable: false),
            },
            constraints: table => table.PrimaryKey("history_key", e => e.Number));
        migrationBuilder.CreateIndex("history_row", "history", ["register", "row"]);
        migrationBuilder.CreateTable(
            "rows",
            table => new
            {
                Register = table.Column<string>(name: "register", nullable: false),
                Id = table.Column<string>(name: "id", nullable: false),
                Fields = table.Column<string>(name: "fields", nullable: false),
                Added = table.Column<long>(name: "added", nullable: false),
                Changed = table.Column<long>(name: "changed", nullable: false),
            },
            constraints: table => table.PrimaryKey("rows_key", r => new { r.Register, r.Id }));
        migrationBuilder.CreateTable(
            "seals",
            table => new
            {
                Mark = table.Column<string>(name: "mark", nullable: false),
                Salt = table.Column<string>(name: "salt", nullable: false),
                Value = table.Column<string>(name: "value", nullable: false),
                Entry = table.Column<long>(name: "entry", nullable: false),
            },
            constraints: table => table.PrimaryKey("seals_key", s => s.Mark));
    }
}
