using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Suandian.Optimisation;

/// <summary>A linear expression that lies in the row being built: a range of its terms and a constant.</summary>
/// <remarks>
/// Terms are written into the matrix as the expression is read from left to right, so an expression is used once,
/// in the row (or cost) that it is written in; most other uses throw <see cref="InvalidOperationException"/>.
/// Being a ref struct it cannot be stored in a field, an array or a closure.
/// </remarks>
#pragma warning disable CS0660, CS0661, CA2231 // equality of expressions makes a row; comparing two of them as values has no meaning
public readonly ref struct Expression
#pragma warning restore CS0660, CS0661, CA2231
{
    readonly TermBuffer? _terms;
    readonly int _start;
    readonly int _end;
    readonly double _constant;

    internal Expression(TermBuffer? terms, int start, int end, double constant)
    {
        _terms = terms;
        _start = start;
        _end = end;
        _constant = constant;
    }

    internal TermBuffer? Terms => _terms;

    internal int Start => _start;

    internal int End => _end;

    internal double Constant => _constant;

    /// <summary>A number as an expression without terms.</summary>
    public static implicit operator Expression(double constant) => new(null, 0, 0, constant);

    /// <summary>The sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Expression operator +(Expression left, Expression right) =>
        left._terms == right._terms && left._end == right._start
            ? new(left._terms, left._start, right._end, left._constant + right._constant)
            : JoinConstant(left, right);

    /// <summary>The difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Expression operator -(Expression left, Expression right) => left + -right;

    /// <summary>The expression with all signs turned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Expression operator -(Expression expression) => -1 * expression;

    /// <summary>The expression times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Expression operator *(double factor, Expression expression)
    {
        expression._terms?.Scale(expression._start, expression._end, factor);
        return new(expression._terms, expression._start, expression._end, factor * expression._constant);
    }

    /// <summary>The expression times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Expression operator *(Expression expression, double factor) => factor * expression;

    /// <summary>The expression divided by a number.</summary>
    public static Expression operator /(Expression expression, double divisor) => 1 / divisor * expression;

    /// <summary>The row left = right.</summary>
    public static Constraint operator ==(Expression left, Expression right)
    {
        var body = left - right;
        return new(body, 0 - body._constant, 0 - body._constant);
    }

    /// <summary>A linear problem has no rows of this kind.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete("A linear problem has no rows of this kind.", error: true)]
    public static Constraint operator !=(Expression left, Expression right) => throw new NotSupportedException();

    /// <summary>The row left ≤ right.</summary>
    public static Constraint operator <=(Expression left, Expression right)
    {
        var body = left - right;
        return new(body, double.NegativeInfinity, 0 - body._constant);
    }

    /// <summary>The row left ≥ right.</summary>
    public static Constraint operator >=(Expression left, Expression right)
    {
        var body = left - right;
        return new(body, 0 - body._constant, double.PositiveInfinity);
    }

    /// <summary>The row lower ≤ expression ≤ upper.</summary>
    public static Constraint Between(double lower, Expression expression, double upper) =>
        new(expression, lower - expression._constant, upper - expression._constant);

    /// <summary>The sum of one expression per member.</summary>
    public static Expression Sum(ReadOnlySpan<int> members, Func<int, Expression> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Expression sum = default;
        foreach (var member in members)
        {
            sum += term(member);
        }

        return sum;
    }

    /// <summary>The sum of one expression per member.</summary>
    public static Expression Sum(ImmutableArray<int> members, Func<int, Expression> term) => Sum(members.AsSpan(), term);

    /// <summary>The sum of one expression for each of 0 … count − 1.</summary>
    public static Expression Sum(int count, Func<int, Expression> term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Expression sum = default;
        for (var k = 0; k < count; k++)
        {
            sum += term(k);
        }

        return sum;
    }

    /// <summary>Σ variables[i, snapshot] over the members i; the form without a closure, for the hourly balances.</summary>
    public static Expression Sum(ReadOnlySpan<int> members, Variables variables, int snapshot)
    {
        ArgumentNullException.ThrowIfNull(variables);
        Expression sum = default;
        foreach (var member in members)
        {
            sum += variables[member, snapshot];
        }

        return sum;
    }

    /// <summary>Joins when one side has no terms; anything else is an expression that is not where it was written.</summary>
    static Expression JoinConstant(Expression left, Expression right)
    {
        var constant = left._constant + right._constant;
        if (right._terms is null)
        {
            return new(left._terms, left._start, left._end, constant);
        }

        return left._terms is null
            ? new(right._terms, right._start, right._end, constant)
            : throw new InvalidOperationException(
                "An expression was used apart from the place it was written in: build it inside its row, once.");
    }
}
