using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Suandian.Operations.Storage.Migrations;

/// <summary>The database itself refuses to alter or delete an entry of the history.</summary>
/// <remarks>Whoever may drop the trigger can still do it; the hashes show it then.</remarks>
[DbContext(typeof(LedgerContext))]
[Migration(Name)]
sealed class HistoryIsFinal : Migration
{
    internal const string Name = "20261126000002_history_is_final";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
        {
            foreach (string verb in (string[])["UPDATE", "DELETE"])
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER history_no_{verb.ToLowerInvariant()} BEFORE {verb} ON history BEGIN SELECT RAISE(ABORT, 'the history is final'); END;");
            }

            return;
        }

        migrationBuilder.Sql("CREATE FUNCTION history_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the history is final'; END $$;");
        migrationBuilder.Sql("CREATE TRIGGER history_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();");
    }
}
