using System.CommandLine;
using Suandian.Operations.Storage;

namespace Suandian.Cli.Commands.Programme;

/// <summary>The option that names a PostgreSQL database.</summary>
static class StoreFlag
{
    /// <summary>Refuses what is no connection string, and one with a password, which would lie in a file of the folder.</summary>
    internal static void Check(Option<string?> store) => store.Validators.Add(result =>
    {
        if (result.Tokens is [var token])
        {
            if (!StoreAddress.IsConnection(token.Value))
            {
                result.AddError("cli.usage.bad_value");
            }
            else if (StoreAddress.HasPassword(token.Value))
            {
                result.AddError("cli.usage.password");
            }
        }
    });
}
