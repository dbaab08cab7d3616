using Suandian.Cases.Tables;

namespace Suandian.Cases.Matpower;

/// <summary>Runs the statements of a case file: what it assigns, and what it computes from that.</summary>
sealed class MatpowerScript
{
    readonly MatpowerCursor _cursor;
    readonly MatpowerExpressions _expressions;
    readonly Dictionary<string, MatpowerValue> _values = [];
    readonly Dictionary<string, string> _texts = [];
    readonly List<string> _order = [];
    readonly Findings _findings;
    readonly string _file;
    string _struct = "mpc";

    internal MatpowerScript(string text, string file, Findings findings)
    {
        (_file, _findings, _cursor) = (file, findings, new MatpowerCursor(text));
        _expressions = new MatpowerExpressions(_cursor, _values, NotUnderstood);
    }

    /// <summary>Name of the function, that is of the case; null where the file has none.</summary>
    internal string? Name { get; private set; }

    /// <summary>Names of the fields in the order of the file.</summary>
    internal IReadOnlyList<string> Fields => _order;

    /// <summary>A field, numbers or a text; null where it is missing or not understood.</summary>
    internal MatpowerValue? Field(string name) => _values.GetValueOrDefault($"{_struct}.{name}");

    /// <summary>A field as it was written.</summary>
    internal string Text(string name) => _texts[name];

    /// <summary>Runs to the end of the file.</summary>
    internal void Run()
    {
        for (_cursor.SkipToStatement(); !_cursor.IsAtEnd; _cursor.SkipToStatement())
        {
            var (start, line) = (_cursor.At, _cursor.Line);
            if (!Statement())
            {
                _cursor.RestOfLine();
                NotUnderstood(line, _cursor.From(start).Trim());
            }
        }
    }

    bool Statement()
    {
        if (_cursor.Take('['))
        {
            return Names();
        }

        var name = _expressions.Name();
        if (name == "function")
        {
            return Function();
        }

        if (name is "end" or "endfunction" || MatpowerConstants.Makers.Contains(name))
        {
            return IsEnded();
        }

        if (name.Length == 0)
        {
            return false;
        }

        if (_cursor.Here == '(')
        {
            return Change(name);
        }

        return _cursor.Take('=') && Assign(name);
    }

    /// <summary>[PQ, PV, …] = idx_bus makes names known that are known already.</summary>
    bool Names()
    {
        while (!_cursor.IsAtEnd && _cursor.Here is not (']' or ';' or '='))
        {
            _cursor.Step();
        }

        return _cursor.Take(']') && _cursor.Take('=') && MatpowerConstants.Makers.Contains(_cursor.Word()) && IsEnded();
    }

    bool Function()
    {
        var result = _cursor.Word();
        if (Name is not null || result.Length == 0 || !_cursor.Take('='))
        {
            return false;
        }

        (_struct, Name) = (result, _cursor.Word());
        return Name.Length > 0;
    }

    bool Change(string name)
    {
        var index = new MatpowerIndex(_expressions, _cursor).Read();
        return index is not null && _values.TryGetValue(name, out var matrix) && _cursor.Take('=')
            && _expressions.Sum() is { Text: null } value && IsEnded() && index.Put(matrix, value);
    }

    bool Assign(string name)
    {
        _cursor.SkipBlanks();
        var (start, line) = (_cursor.At, _cursor.Line);
        var field = name.StartsWith(_struct + ".", StringComparison.Ordinal) ? name[(_struct.Length + 1)..] : null;
        if (field is not null && !Note(field, line))
        {
            return true;
        }

        if (_cursor.Here == '{')
        {
            return field is not null && CellArray(field, start);
        }

        var isMatrix = _cursor.Here == '[';
        if (isMatrix)
        {
            _cursor.Step();
        }

        var value = isMatrix ? _expressions.Matrix() : _expressions.Sum();
        if (field is not null)
        {
            _texts[field] = _cursor.From(start);
        }

        if (value is null)
        {
            return isMatrix; // each cell that is not understood has been told
        }

        _values[name] = value;
        return IsEnded();
    }

    /// <summary>A field that is assigned twice is told and not read again.</summary>
    bool Note(string field, int line)
    {
        if (!_texts.TryAdd(field, ""))
        {
            _findings.Add(ProblemCode.GridFieldTwice, new Spot(_file, line, field, null), null);
            _cursor.RestOfLine();
            return false;
        }

        _order.Add(field);
        return true;
    }

    /// <summary>Names and the like in curly brackets, kept as they are written.</summary>
    bool CellArray(string field, int start)
    {
        for (var depth = 0; !_cursor.IsAtEnd; _cursor.Step())
        {
            _cursor.SkipBlanks();
            if (_cursor.Here is '\'' or '"' && _cursor.Quoted() is null)
            {
                return false;
            }

            depth += _cursor.Here == '{' ? 1 : _cursor.Here == '}' ? -1 : 0;
            if (_cursor.Here == '}' && depth == 0)
            {
                _cursor.Step();
                _texts[field] = _cursor.From(start);
                return IsEnded();
            }
        }

        return false;
    }

    bool IsEnded()
    {
        _cursor.SkipBlanks();
        return _cursor.IsAtEnd || _cursor.Here is ';' or ',' or '\n';
    }

    void NotUnderstood(int line, string words) => _findings.Add(ProblemCode.GridSyntax, new Spot(_file, line, null, null), words.Length > 60 ? words[..60] + "…" : words);
}
