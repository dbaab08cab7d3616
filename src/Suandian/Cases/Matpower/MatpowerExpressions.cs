namespace Suandian.Cases.Matpower;

/// <summary>Numbers, matrices and arithmetic of case files; null stands for what is not understood, and has been told.</summary>
sealed class MatpowerExpressions(MatpowerCursor cursor, IReadOnlyDictionary<string, MatpowerValue> known, Action<int, string> complain)
{
    /// <summary>Deepest nesting of brackets that is read.</summary>
    const int Deepest = 64;

    int _depth;
    bool _isInMatrix;

    /// <summary>Sum of terms.</summary>
    internal MatpowerValue? Sum()
    {
        var left = Product();
        while (left is not null && IsSign() && cursor.Here is var sign)
        {
            cursor.Step();
            left = Both(left, Product(), sign == '+' ? (a, b) => a + b : (a, b) => a - b);
        }

        return left;
    }

    /// <summary>A matrix in brackets; the bracket has been taken.</summary>
    internal MatpowerValue? Matrix()
    {
        var (outer, from, isClosed) = (_isInMatrix, cursor.Line, true);
        _isInMatrix = true;
        var matrix = new MatpowerValue();
        for (; ; )
        {
            cursor.SkipBlanks();
            if (cursor.IsAtEnd)
            {
                complain(from, "[");
                isClosed = false;
                break;
            }

            var letter = cursor.Here;
            if (letter is ']' or ';' or '\n')
            {
                matrix.EndRow(cursor.Line);
                cursor.Step();
                if (letter == ']')
                {
                    break;
                }
            }
            else if (letter == ',')
            {
                cursor.Step();
            }
            else
            {
                Cell(matrix);
            }
        }

        _isInMatrix = outer;
        return isClosed ? matrix : null;
    }

    /// <summary>A cell; where it is not understood that is told and the rest of it passed over.</summary>
    void Cell(MatpowerValue matrix)
    {
        var (start, line) = (cursor.At, cursor.Line);
        if (cursor.TakePlainNumber(out var plain))
        {
            matrix.Add(plain);
            return;
        }

        if (Sum() is { Text: null } value && IsAtCellEnd)
        {
            foreach (var number in value.Cells)
            {
                matrix.Add(number);
            }

            return;
        }

        while (!cursor.IsAtEnd && cursor.Here is not (' ' or '\t' or '\r' or '\n' or ',' or ';' or ']'))
        {
            cursor.Step();
        }

        if (cursor.At == start)
        {
            cursor.Step();
        }

        complain(line, cursor.From(start));
        matrix.Add(1); // the row keeps its length, and 1 is allowed nearly everywhere; the problem told above refuses the file
    }

    /// <summary>True where a cell may end: 1.2.3 and 5Inf are no two cells.</summary>
    bool IsAtCellEnd => cursor.Here is ' ' or '\t' or '\r' or '\n' or ',' or ';' or ']' or '%' or '#' || (cursor.Here == '.' && cursor.Next == '.');

    MatpowerValue? Product()
    {
        var left = Signed();
        while (left is not null && IsOperator(out var letter, "*/"))
        {
            left = Both(left, Signed(), letter == '*' ? (a, b) => a * b : (a, b) => a / b);
        }

        return left;
    }

    MatpowerValue? Signed()
    {
        cursor.SkipBlanks();
        if (cursor.Here is not ('-' or '+'))
        {
            return Power();
        }

        var isMinus = cursor.Here == '-';
        cursor.Step();
        if (_depth >= Deepest || (_isInMatrix && cursor.Here is ' ' or '\t'))
        {
            return null; // inside a matrix "1 - 2" is read as one cell by some and as two by others
        }

        _depth++;
        var value = Signed();
        _depth--;
        return value is null || !isMinus ? value : MatpowerValue.Map(value, value, (a, _) => -a);
    }

    MatpowerValue? Power()
    {
        var left = Atom();
        while (left is not null && IsOperator(out _, "^"))
        {
            left = Both(left, cursor.Here is '-' or '+' ? Signed() : Atom(), Math.Pow);
        }

        return left;
    }

    MatpowerValue? Atom()
    {
        cursor.SkipBlanks();
        if (cursor.IsNumber)
        {
            return MatpowerValue.Of(cursor.Number(), cursor.Line);
        }

        if (cursor.Here is '(' or '[')
        {
            return Bracket();
        }

        if (cursor.Here is '\'' or '"')
        {
            return cursor.Quoted() is { } text ? new MatpowerValue { Text = text } : null;
        }

        var name = Name();
        if (MatpowerConstants.Functions.TryGetValue(name, out var function))
        {
            return cursor.Here == '(' && Bracket() is { } argument ? MatpowerValue.Map(argument, argument, (a, _) => function(a)) : null;
        }

        if (known.TryGetValue(name, out var value))
        {
            return cursor.Here == '(' ? new MatpowerIndex(this, cursor).Read()?.Of(value) : value;
        }

        return MatpowerConstants.Values.TryGetValue(name, out var number) ? MatpowerValue.Of(number, cursor.Line) : null;
    }

    /// <summary>A name with the fields behind it, such as mpc.bus; empty where none begins here.</summary>
    internal string Name()
    {
        var name = cursor.Word();
        while (name.Length > 0 && cursor.Here == '.' && char.IsAsciiLetter(cursor.Next))
        {
            cursor.Step();
            name += "." + cursor.Word();
        }

        return name;
    }

    MatpowerValue? Bracket()
    {
        if (_depth >= Deepest)
        {
            return null;
        }

        _depth++;
        var isRound = cursor.Here == '(';
        cursor.Step();
        var outer = _isInMatrix;
        _isInMatrix = false;
        var value = isRound ? Sum() : Matrix();
        _isInMatrix = outer;
        _depth--;
        return !isRound || value is null || cursor.Take(')') ? value : null;
    }

    /// <summary>In a matrix "1 -2" are two cells and "1-2" is one.</summary>
    bool IsSign()
    {
        var isGap = cursor.Here is ' ' or '\t';
        if (isGap && _isInMatrix)
        {
            return false;
        }

        cursor.SkipBlanks();
        return cursor.Here is '+' or '-';
    }

    bool IsOperator(out char letter, string wanted)
    {
        letter = '\0';
        if (_isInMatrix && cursor.Here is ' ' or '\t')
        {
            return false; // blanks around an operator inside a matrix are read by no file we know
        }

        cursor.SkipBlanks();
        var isDotted = cursor.Here == '.' && wanted.Contains(cursor.Next, StringComparison.Ordinal);
        if (!isDotted && (cursor.Here == '\0' || !wanted.Contains(cursor.Here, StringComparison.Ordinal)))
        {
            return false;
        }

        if (isDotted)
        {
            cursor.Step();
        }

        letter = cursor.Here;
        cursor.Step();
        return true;
    }

    static MatpowerValue? Both(MatpowerValue left, MatpowerValue? right, Func<double, double, double> function) =>
        right is null || left.Text is not null || right.Text is not null ? null : MatpowerValue.Map(left, right, function);
}
