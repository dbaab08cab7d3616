using System.CommandLine;
using Suandian.Cases;

namespace Suandian.Cli.Commands.Cases;

/// <summary><c>import pypsa</c>: a case from a network of PyPSA.</summary>
static class ImportPypsaCommand
{
    const string Name = "suandian import pypsa";

    internal static Command Create(Door door)
    {
        var source = door.Argument("network", "cli.argument.pypsa_in");
        Door.Refuse(source, path => path.Length > 0 && !Directory.Exists(path) && !File.Exists(path), "cli.usage.no_file");
        var output = door.NewFolderOption("CASE", "cli.option.out_case");
        output.Required = true;
        var command = new Command("pypsa", door.Terminal.Words("cli.import.pypsa")) { source, output };
        command.SetAction(parsed => (int)Run(door, parsed.GetRequiredValue(source), parsed.GetRequiredValue(output)!));
        return command;
    }

    static ExitCode Run(Door door, string source, string folder)
    {
        var reading = PypsaImport.Read(source);
        if (reading.Network is null)
        {
            return CaseInput.Refuse(door, Name, reading.Problems);
        }

        CaseInput.Warn(door.Terminal, reading.Problems);
        var name = Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
        CaseFolder.Write(PypsaImport.ToCase(reading.Network, name), folder);
        return CaseInput.Made(door, Name, folder, reading.Problems, "cli.import.pypsa_done");
    }
}
