using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger.History;

namespace Suandian.Operations.Programme.Ledger.Figures;

/// <summary>Computes figures from the rows of a state, as of the end of a day.</summary>
public sealed class FigureMaker
{
    readonly LedgerState _state;
    readonly DateOnly _day;
    readonly bool _isStrict;
    readonly ProgrammeSettings _programme;

    /// <summary>A maker for one state and day.</summary>
    /// <param name="state">The state.</param>
    /// <param name="day">Rows up to the end of this day count.</param>
    /// <param name="isStrict">Only rows that evidence proves count.</param>
    /// <exception cref="InvalidOperationException">The state holds no programme.</exception>
    public FigureMaker(LedgerState state, DateOnly day, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(state);
        _state = state;
        _day = day;
        _isStrict = isStrict;
        _programme = ProgrammeSettings.Of(state) ?? throw new InvalidOperationException("the state holds no programme");
    }

    /// <summary>The figure of an indicator by its code; null where there is no such indicator.</summary>
    public Figure? Make(string indicator) =>
        _state.Row("indicators", indicator) is { } row ? Make(Indicator.From(row)) : null;

    /// <summary>The figure of an indicator.</summary>
    public Figure Make(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Formula switch
        {
            Formula.Ratio => Ratio(indicator),
            Formula.Period => Period(indicator),
            _ => FromRows(indicator),
        };
    }

    Figure FromRows(Indicator indicator)
    {
        var since = indicator.Since ?? _programme.Start;
        var filter = Filter.Parse(indicator.Register, indicator.Filter, out _);
        var date = FieldPath.Parse(indicator.Register, indicator.Date)!;
        var field = indicator.Field.Length == 0 ? null : FieldPath.Parse(indicator.Register, indicator.Field);
        var rows = ImmutableArray.CreateBuilder<FigureRow>();
        var excluded = ImmutableArray.CreateBuilder<ExcludedRow>();
        foreach (var row in _state.Rows(indicator.Register))
        {
            if (!filter.Holds(row, _state))
            {
                if (filter.Lacking(row, _state) is { IsEmpty: false } lacking)
                {
                    excluded.Add(new ExcludedRow(row.Address, Exclusion.Lacking) { Fields = lacking });
                }

                continue;
            }

            var candidate = Weighed(indicator, row, field?.Of(row, _state) ?? "", date.Of(row, _state));
            if (Reason(indicator, candidate, since) is { } why)
            {
                excluded.Add(new ExcludedRow(row.Address, why));
            }
            else
            {
                rows.Add(new FigureRow(row, candidate.Day!.Value, candidate.Key, candidate.Amount!.Value, candidate.IsProved));
            }
        }

        ImmutableArray<FigureRow> counted = [.. rows.OrderBy(r => r.Day).ThenBy(r => r.Row.Added)];
        int? distinct = field is null || indicator.Formula is Formula.Sum or Formula.Measure ? null : counted.Select(r => r.Key).Where(k => k.Length > 0).Distinct().Count();
        return new Figure
        {
            Indicator = indicator, Rows = counted, Excluded = excluded.ToImmutable(), Since = since, Distinct = distinct,
            Value = indicator.Formula switch
            {
                Formula.Sum => counted.Sum(r => r.Amount),
                Formula.Distinct => distinct ?? 0,
                Formula.Measure => counted.IsEmpty ? null : counted[^1].Amount,
                _ => counted.Length,
            },
        };
    }

    Candidate Weighed(Indicator indicator, LedgerRow row, string field, string day) => new(
        row,
        indicator.Formula == Formula.Sum ? "" : field,
        indicator.Formula switch
        {
            Formula.Sum => decimal.TryParse(field, CultureInfo.InvariantCulture, out decimal amount) ? amount : null,
            Formula.Measure => row.Number("value"),
            Formula.Distinct => field.Length == 0 ? null : 1,
            _ => 1,
        },
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        !Proof.Of(row, _state).IsEmpty);

    Exclusion? Reason(Indicator indicator, Candidate row, DateOnly since)
    {
        if (indicator.Formula == Formula.Measure && CountingUnit.Of(row.Row["unit"]).Name != CountingUnit.Of(indicator.Unit).Name)
        {
            return Exclusion.OtherUnit;
        }

        return row.Amount is null ? Exclusion.Empty
            : row.Day is null ? Exclusion.Undated
            : row.Day < since ? Exclusion.BeforeSince
            : row.Day > _day ? Exclusion.Later
            : _isStrict && !row.IsProved ? Exclusion.WithoutProof
            : null;
    }

    /// <summary>A row that meets the filter, before it is known whether it counts.</summary>
    sealed record Candidate(LedgerRow Row, string Key, decimal? Amount, DateOnly? Day, bool IsProved);

    Figure Ratio(Indicator indicator)
    {
        var whole = Make(indicator.Of) ?? throw new InvalidOperationException($"{indicator.Id}: no indicator {indicator.Of}");
        var filter = Filter.Parse(whole.Indicator.Register, indicator.Filter, out _);
        ImmutableArray<FigureRow> part = [.. whole.Rows.Where(r => filter.Holds(r.Row, _state))];
        bool isDistinct = whole.Indicator.Formula == Formula.Distinct;
        int above = isDistinct ? part.Select(r => r.Key).Distinct().Count() : part.Length;
        int below = isDistinct ? whole.Distinct ?? 0 : whole.Raw;
        return whole with { Indicator = indicator, Value = below == 0 ? null : 100m * above / below, Part = above, Distinct = isDistinct ? below : null };
    }

    Figure Period(Indicator indicator)
    {
        var until = _day < _programme.End ? _day : _programme.End;
        return new Figure
        {
            Indicator = indicator, Rows = [], Excluded = [], Since = _programme.Start,
            Value = Math.Max(0, until.DayNumber - _programme.Start.DayNumber + 1),
        };
    }
}
