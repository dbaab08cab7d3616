using System.Text.RegularExpressions;

namespace Suandian;

/// <summary>What the documents name exists: paths, links, commands, options, problem codes.</summary>
public partial class DocsTests
{
    /// <summary>Folders of the root whose paths the documents may name; output folders such as reports/ are not among them.</summary>
    static readonly string[] Roots = ["src/", "tests/", "docs/", "cases/", "bench/", "web/", ".ci/"];

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_is_empty(string page) => Assert.InRange(new FileInfo(Repository.File(page)).Length, 200, long.MaxValue);

    [Fact]
    public void Every_column_and_kind_of_a_catalogue_of_measures_is_in_its_reference()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/measures.md"));

        Assert.DoesNotContain(Cases.Feeder.MeasureCatalogue.Columns.Concat(Enum.GetValues<Distribution.Reinforcement.MeasureKind>().Select(Cases.Feeder.MeasureCatalogue.NameOf)),
            name => !page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_and_link_leads_somewhere(string page)
    {
        var text = File.ReadAllText(Repository.File(page));
        var folder = Path.GetDirectoryName(Repository.File(page))!;

        var links = Link().Matches(text).Select(m => m.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith('#'))
            .Select(to => (Named: to, Path: Path.Combine(folder, to.Split('#')[0])));
        var paths = CodeSpan().Matches(text).Select(m => m.Groups["code"].Value.TrimStart('.', '/') is var bare
                && m.Groups["code"].Value.StartsWith(".ci", StringComparison.Ordinal) ? "." + bare : bare)
            .Where(named => Roots.Any(root => named.StartsWith(root, StringComparison.Ordinal)))
            .Where(named => named.IndexOfAny(['<', '*', ' ', '{', '…']) < 0)
            .Select(named => (Named: named, Path: Repository.File(named.Split('#', ':')[0])));

        Assert.DoesNotContain(links.Concat(paths), to => !File.Exists(to.Path) && !Directory.Exists(to.Path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_and_option_is_in_the_help(string page)
    {
        var help = Help();
        var lines = Call().Matches(File.ReadAllText(Repository.File(page))).Select(m => m.Groups["words"].Value.Trim());

        var wrong = new List<string>();
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var depth = Enumerable.Range(1, 2).Reverse().FirstOrDefault(n => help.ContainsKey(string.Join('-', words.Take(n))));
            var options = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=')[0]);
            var known = help[depth == 0 ? "suandian" : string.Join('-', words.Take(depth))];
            if ((depth == 0 && words is [not ['-' or '<' or '…' or '[', ..], ..]) || options.Any(option => !known.Contains(option)))
            {
                wrong.Add(line);
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_problem_code_is_raised_by_the_code(string page)
    {
        var named = ProblemCode().Matches(File.ReadAllText(Repository.File(page))).Select(m => m.Value).Distinct();

        Assert.DoesNotContain(named, code => !Codes.Contains(code));
    }

    [Fact]
    public void The_reference_page_names_every_command_and_option()
    {
        var page = File.ReadAllText(Repository.File("docs/reference/cli.md")).Replace('-', ' ');

        // a file name joins the words of a command by the hyphen that may also be part of a word
        var missing = Help().SelectMany(h => h.Value.Append(h.Key == "suandian" ? "suandian" : $"`{h.Key}"))
            .Where(name => !page.Contains(name.Replace('-', ' '), StringComparison.Ordinal)).Distinct();

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_command_of_a_programme_shows_an_example_in_both_languages_with_options_it_knows()
    {
        var help = Help().Where(h => h.Key.Split('-')[0] == "programme").ToArray();

        Assert.NotEmpty(help);
        foreach (var (command, options) in help)
        {
            foreach (var (language, title) in (ReadOnlySpan<(string, string)>)[("zh", "示例："), ("en", "Examples:")])
            {
                string examples = File.ReadAllText(Repository.File($"tests/Suandian.Scenarios/golden/help-{command}.{language}.txt")).Split(title)[^1];
                Assert.Contains($"suandian {command} ".Replace('-', ' '), examples.Replace('-', ' '), StringComparison.Ordinal);
                Assert.DoesNotContain(examples.Split([' ', '\n']), word => word.StartsWith("--", StringComparison.Ordinal) && command != "programme" && !options.Contains(word));
            }
        }
    }

    static readonly HashSet<string> Codes =
    [
        .. Directory.EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => ProblemCode().Matches(File.ReadAllText(file))).Select(m => m.Value),
    ];

    /// <summary>Options of each command (words joined by -), from the golden help pages.</summary>
    static Dictionary<string, HashSet<string>> Help() =>
        Directory.EnumerateFiles(Repository.File("tests/Suandian.Scenarios/golden"), "help-*.en.txt").ToDictionary(
            file => Path.GetFileName(file)[5..^7],
            file => OptionName().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).ToHashSet());

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("(?:`|^)(?:\\$ )?(?:\\./)?suandian (?<words>[^`\n|#>]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"^  (?:-\w, )?(?<name>--[\w-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\bSD\d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex ProblemCode();
}
