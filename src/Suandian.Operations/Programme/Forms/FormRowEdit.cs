using Suandian.Cases;
using Suandian.Cases.Tables;
using Suandian.Operations.Programme.Sheets;

namespace Suandian.Operations.Programme.Forms;

/// <summary>One indicator while its cells are read back from a form.</summary>
sealed class FormRowEdit
{
    readonly bool _isNew;
    FormRow _row;
    decimal? _score;

    internal FormRowEdit(FormRow? kept, string code, int line)
    {
        _isNew = kept is null;
        _row = (kept ?? new FormRow { Code = code, Second = default, Indicator = "", Weight = 0 }) with { Line = line };
    }

    internal void Second(SecondLevel second) => _row = _row with { Second = second };

    /// <summary>Takes the text of a cell; a code of a problem where it cannot be understood.</summary>
    internal string? Change(string field, string text)
    {
        switch (field)
        {
            case "indicator":
                _row = _row with { Indicator = text };
                return null;
            case "reason":
                _row = _row with { Reason = text };
                return null;
            case "basis":
                _row = _row with { Basis = text };
                return null;
            case "rule":
                _row = _row with { RuleWords = text };
                return null;
            case "unit":
                _row = _row with { Unit = text };
                return null;
            case "evidence":
                _row = _row with { Evidence = [.. CellParser.Names(text).Select(n => _row.Evidence.FirstOrDefault(e => e.Name == n) ?? FormTables.Proof(n))] };
                return null;
            case "comparator":
                return Comparing(text);
            case "target" or "target_value":
                return Target(text);
            case "done" or "done_value":
                return Done(text);
            default:
                return Number(field, text);
        }
    }

    /// <summary>The row; a judgement that was written as points only is their share of the weight.</summary>
    internal FormRow Result() => _isNew && _row is { Kind: IndicatorKind.Qualitative, Attained: null, Weight: > 0 } && _score is { } score
        ? _row with { Attained = score / _row.Weight }
        : _row;

    string? Comparing(string text)
    {
        Comparator? comparator = Cell.HalfWidth(text) switch
        {
            "≥" or ">=" or ">" => Comparator.AtLeast,
            "≤" or "<=" or "<" => Comparator.AtMost,
            "=" or "﹦" => Comparator.Equal,
            "区间" => Comparator.Range,
            _ => null,
        };
        _row = text == "定性" ? _row with { Kind = IndicatorKind.Qualitative } : _row with { Comparator = comparator ?? _row.Comparator };
        return comparator is null && text is not ("定性" or "") ? ProblemCode.NotAChoice : null;
    }

    string? Target(string text)
    {
        if (SheetQuantity.Read(text, "") is { } quantity)
        {
            _row = _row with
            {
                Kind = IndicatorKind.Quantitative,
                Target = quantity.Value,
                Upper = quantity.Upper,
                Comparator = quantity.Comparator ?? (_isNew ? Comparator.AtLeast : _row.Comparator),
                Unit = quantity.Unit.Length > 0 ? quantity.Unit : _row.Unit,
                TargetWords = "",
            };
        }
        else
        {
            _row = _row with { Kind = IndicatorKind.Qualitative, Target = null, Upper = null, TargetWords = text };
        }

        return null;
    }

    string? Done(string text)
    {
        if (text.Length == 0 || text == GridValue.Open.Text)
        {
            _row = _row with { Done = null, DoneWords = "" };
        }
        else if (_row.Kind == IndicatorKind.Qualitative)
        {
            _row = _row with { DoneWords = text };
        }
        else if (SheetQuantity.Read(text, "") is { Upper: null } quantity)
        {
            _row = _row with { Done = quantity.Value };
            return quantity.Unit.Length > 0 && _row.Unit.Length > 0 && quantity.Unit != _row.Unit ? ProblemCode.WrongUnit : null;
        }
        else
        {
            return ProblemCode.CellNotANumber;
        }

        return null;
    }

    string? Number(string field, string text)
    {
        if (text.Length == 0 || text is "-" or "—" or "/" || text == GridValue.Open.Text)
        {
            _row = field == "previous" ? _row with { Previous = null } : _row;
            return field == "weight" ? ProblemCode.CellNotANumber : null;
        }

        if (SheetQuantity.Read(text, "") is not { Upper: null } quantity)
        {
            return ProblemCode.CellNotANumber;
        }

        decimal value = quantity.Unit == "%" && field == "rate" ? quantity.Value / 100 : quantity.Value;
        switch (field)
        {
            case "weight":
                _row = _row with { Weight = value };
                break;
            case "previous":
                _row = _row with { Previous = value };
                break;
            case "rate" when _row.Kind == IndicatorKind.Qualitative:
                _row = _row with { Attained = value };
                break;
            case "score":
                _score = value;
                break;
        }

        return null;
    }
}
