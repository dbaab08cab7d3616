namespace Suandian.Cases;

/// <summary>One fault planted in the clean case, and the problem that must name it.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Code">Code expected.</param>
/// <param name="File">File expected.</param>
/// <param name="Row">Line expected; null where the whole file is meant.</param>
/// <param name="Column">Column expected; null where the whole row is meant.</param>
/// <param name="Spoil">Changes the files of a copy of the case.</param>
sealed record Fault(string Name, string Code, string File, int? Row, string? Column, Action<SpoiledCase> Spoil)
{
    internal bool IsFoundIn(IEnumerable<Problem> problems) => problems.Any(p =>
        p.Code == Code && p.File == File && p.Row == Row && p.Column == Column);
}

/// <summary>A copy of the clean case that is spoiled and mended again, file by file.</summary>
sealed class SpoiledCase : IDisposable
{
    readonly CleanCase.Copied _copy = CleanCase.Copy();
    readonly HashSet<string> _touched = [];

    internal string Folder => _copy.Folder;

    internal string Text(string file) => File.ReadAllText(_copy.File(file));

    internal void Write(string file, string text)
    {
        _touched.Add(file);
        Directory.CreateDirectory(Path.GetDirectoryName(_copy.File(file))!);
        File.WriteAllText(_copy.File(file), text);
    }

    internal void Delete(string file)
    {
        _touched.Add(file);
        File.Delete(_copy.File(file));
    }

    internal void Replace(string file, string old, string with)
    {
        string text = Text(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Changes one line, the header being 1.</summary>
    internal void Line(string file, int line, Func<string, string> change)
    {
        string[] lines = Text(file).Split('\n');
        lines[line - 1] = change(lines[line - 1]);
        Write(file, string.Join('\n', lines));
    }

    /// <summary>Writes one cell; the clean case has no quoted cells.</summary>
    internal void Cell(string file, int line, string column, string value)
    {
        int at = Array.IndexOf(Text(file).Split('\n')[0].Split(','), column);
        Assert.True(at >= 0, $"{file} has no column {column}");
        Line(file, line, text =>
        {
            string[] cells = text.Split(',');
            cells[at] = value;
            return string.Join(',', cells);
        });
    }

    internal void Mend()
    {
        foreach (string file in _touched)
        {
            string clean = Path.Combine(CleanCase.Folder, file);
            if (File.Exists(clean))
                File.Copy(clean, _copy.File(file), overwrite: true);
            else
                File.Delete(_copy.File(file));
        }

        _touched.Clear();
    }

    public void Dispose() => _copy.Dispose();
}
