using System.Globalization;

namespace Suandian.Cases.Matpower;

/// <summary>Where reading stands in the text of a case file: blanks, comments, lines, words and numbers.</summary>
sealed class MatpowerCursor(string text)
{
    int _at;

    /// <summary>Line of the file, from 1.</summary>
    internal int Line { get; private set; } = 1;

    /// <summary>True behind the last letter.</summary>
    internal bool IsAtEnd => _at >= text.Length;

    /// <summary>Place in the text.</summary>
    internal int At => _at;

    /// <summary>The letter here; \0 at the end.</summary>
    internal char Here => _at < text.Length ? text[_at] : '\0';

    /// <summary>The letter after this one.</summary>
    internal char Next => _at + 1 < text.Length ? text[_at + 1] : '\0';

    /// <summary>One letter on.</summary>
    internal void Step()
    {
        if (Here == '\n')
        {
            Line++;
        }

        _at++;
    }

    /// <summary>Takes a letter if it is the one here, after blanks of the line.</summary>
    internal bool Take(char letter)
    {
        SkipBlanks();
        if (Here != letter)
        {
            return false;
        }

        Step();
        return true;
    }

    /// <summary>Skips blanks, comments and continued lines, but no end of line.</summary>
    internal void SkipBlanks()
    {
        while (!IsAtEnd)
        {
            if (Here is ' ' or '\t' or '\r')
            {
                _at++;
            }
            else if (Here is '%' or '#')
            {
                SkipComment();
            }
            else if (Here == '.' && text.AsSpan(_at).StartsWith("...", StringComparison.Ordinal))
            {
                SkipToEndOfLine();
                Step();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Skips blanks, comments and ends of lines and statements.</summary>
    internal void SkipToStatement()
    {
        for (SkipBlanks(); Here is '\n' or ';' or ','; SkipBlanks())
        {
            Step();
        }
    }

    /// <summary>The letters up to the end of the line.</summary>
    internal string RestOfLine()
    {
        var from = _at;
        SkipToEndOfLine();
        return text[from.._at].TrimEnd();
    }

    /// <summary>A name such as baseMVA; empty where none begins here.</summary>
    internal string Word()
    {
        SkipBlanks();
        var from = _at;
        while (char.IsAsciiLetter(Here) || Here == '_' || (_at > from && char.IsAsciiDigit(Here)))
        {
            _at++;
        }

        return text[from.._at];
    }

    /// <summary>True where a number begins here.</summary>
    internal bool IsNumber => char.IsAsciiDigit(Here) || (Here == '.' && char.IsAsciiDigit(Next));

    /// <summary>A number without sign.</summary>
    internal double Number()
    {
        var from = _at;
        SkipDigits();
        if (Here == '.' && !(Next is '*' or '/' or '^'))
        {
            _at++;
            SkipDigits();
        }

        if (Here is 'e' or 'E' or 'd' or 'D')
        {
            var mark = _at++;
            if (Here is '+' or '-')
            {
                _at++;
            }

            if (!char.IsAsciiDigit(Here))
            {
                _at = mark;
            }

            SkipDigits();
        }

        var digits = text.AsSpan(from, _at - from);
        return double.Parse(digits.ContainsAny('d', 'D') ? digits.ToString().Replace('d', 'e').Replace('D', 'e') : digits,
            NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Takes a number with or without sign that ends with a blank or a separator, as nearly all cells do.</summary>
    internal bool TakePlainNumber(out double number)
    {
        var (from, isMinus) = (_at, Here == '-');
        _at += isMinus ? 1 : 0;
        number = IsNumber ? Number() : double.NaN;
        if (double.IsNaN(number) || !(Here is ' ' or '\t' or '\r' or '\n' or ';' or ',' or ']'))
        {
            _at = from;
            return false;
        }

        number = isMinus ? -number : number;
        return true;
    }

    /// <summary>A text in quotes; null where it does not end on its line.</summary>
    internal string? Quoted()
    {
        var quote = Here;
        var from = _at + 1;
        var end = text.AsSpan(from).IndexOfAny(quote, '\n');
        if (end < 0 || text[from + end] == '\n')
        {
            return null;
        }

        _at = from + end + 1;
        return text[from..(from + end)];
    }

    /// <summary>The text from a place to here.</summary>
    internal string From(int start) => text[start.._at];

    void SkipDigits()
    {
        while (char.IsAsciiDigit(Here))
        {
            _at++;
        }
    }

    void SkipComment()
    {
        if (Next == '{' && IsAloneOnLine())
        {
            while (!IsAtEnd && !(Here is '%' or '#' && Next == '}'))
            {
                Step();
            }
        }

        SkipToEndOfLine();
    }

    bool IsAloneOnLine()
    {
        var before = text.LastIndexOf('\n', Math.Max(0, _at - 1)) + 1;
        var after = text.IndexOf('\n', _at);
        return text[before..(after < 0 ? text.Length : after)].Trim() is "%{" or "#{";
    }

    void SkipToEndOfLine()
    {
        var length = text.AsSpan(_at).IndexOf('\n');
        _at = length < 0 ? text.Length : _at + length;
    }
}
