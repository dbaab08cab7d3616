using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>Conditions a row must meet, all of them: <c>kind=research|talent;university.province=河南;first_job_on</c>.</summary>
/// <remarks>
/// <c>path=a|b</c> one of the values, <c>path!=a|b</c> none of them, <c>path>=n</c> and <c>path&lt;=n</c> for numbers and days,
/// <c>path</c> alone has a value, <c>!path</c> has none.
/// </remarks>
sealed partial record Filter
{
    readonly ImmutableArray<Condition> _conditions;

    Filter(ImmutableArray<Condition> conditions) => _conditions = conditions;

    /// <summary>True where the row meets every condition.</summary>
    internal bool Holds(LedgerRow row, LedgerState state)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(row, state))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Fields that a row lacks and that alone keep it out: it meets every condition but those that ask for a value at all.</summary>
    internal ImmutableArray<Text> Lacking(LedgerRow row, LedgerState state)
    {
        Condition[] failing = [.. _conditions.Where(c => !c.Holds(row, state))];
        return failing.All(c => c.Operator.Length == 0) ? [.. failing.Select(c => c.Path.Title)] : [];
    }

    /// <summary>The filter a text means.</summary>
    /// <param name="register">Register of the rows.</param>
    /// <param name="text">Conditions; empty for none.</param>
    /// <param name="unsound">Conditions that are not understood.</param>
    internal static Filter Parse(string register, string text, out ImmutableArray<string> unsound)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach (string written in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Condition.Parse(register, written) is { } condition)
            {
                conditions.Add(condition);
            }
            else
            {
                wrong.Add(written);
            }
        }

        unsound = wrong.ToImmutable();
        return new Filter(conditions.ToImmutable());
    }

    sealed partial record Condition(FieldPath Path, string Operator, ImmutableArray<string> Values)
    {
        internal bool Holds(LedgerRow row, LedgerState state)
        {
            string value = Path.Of(row, state);
            return Operator switch
            {
                "=" => Values.Contains(value),
                "!=" => !Values.Contains(value),
                ">=" => value.Length > 0 && Compare(value, Values[0]) >= 0,
                "<=" => value.Length > 0 && Compare(value, Values[0]) <= 0,
                "!" => value.Length == 0,
                _ => value.Length > 0,
            };
        }

        internal static Condition? Parse(string register, string text)
        {
            var parts = Form().Match(text);
            if (!parts.Success || FieldPath.Parse(register, parts.Groups["path"].Value) is not { } path)
            {
                return null;
            }

            string sign = parts.Groups["op"].Value;
            bool isNegated = parts.Groups["not"].Length > 0;
            ImmutableArray<string> values = [.. parts.Groups["value"].Value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            if (sign.Length == 0)
            {
                return values.IsEmpty ? new Condition(path, isNegated ? "!" : "", values) : null;
            }

            return isNegated || values.IsEmpty || !values.All(v => IsKnown(path.Field, v)) || (sign.Length == 2 && sign != "!=" && !IsOrdered(path.Field, values))
                ? null
                : new Condition(path, sign, values);
        }

        static bool IsKnown(FieldSchema? field, string value) => field?.Type switch
        {
            FieldType.Choice => field.Choices.Any(c => c.Word == value),
            FieldType.YesNo => value is "yes" or "no",
            _ => true,
        };

        static bool IsOrdered(FieldSchema? field, ImmutableArray<string> values) => values is [var value] && field?.Type switch
        {
            FieldType.Number or FieldType.Whole => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            FieldType.Date => Recording.FieldParser.Day(value) == value,
            _ => false,
        };

        int Compare(string a, string b) => Path.Field!.Type == FieldType.Date
            ? string.CompareOrdinal(a, b)
            : decimal.Parse(a, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(b, NumberStyles.Float, CultureInfo.InvariantCulture));

        [GeneratedRegex(@"^(?<not>!?)\s*(?<path>[a-z0-9_.]+)\s*(?<op>!=|>=|<=|=)?\s*(?<value>.*)$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex Form();
    }
}
