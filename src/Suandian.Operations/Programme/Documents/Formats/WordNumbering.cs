using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suandian.Operations.Programme.Documents.Formats;

/// <summary>The numbers Word puts before paragraphs by itself, which are not in their text.</summary>
sealed class WordNumbering
{
    const string Digits = "〇一二三四五六七八九";

    readonly Dictionary<int, Dictionary<int, Level>> _lists = [];
    readonly Dictionary<int, int[]> _counters = [];

    internal WordNumbering(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var forms = (numbering?.Elements<AbstractNum>() ?? []).Where(form => form.AbstractNumberId?.Value is not null)
            .ToDictionary(form => form.AbstractNumberId!.Value);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } form && forms.TryGetValue(form, out var found))
            {
                _lists[id] = found.Elements<Level>().Where(level => level.LevelIndex?.Value is not null)
                    .ToDictionary(level => level.LevelIndex!.Value);
            }
        }
    }

    /// <summary>The number before a paragraph, such as （二）; empty where there is none.</summary>
    internal string Label(Paragraph paragraph)
    {
        var place = paragraph.ParagraphProperties?.NumberingProperties;
        if (place?.NumberingId?.Val?.Value is not { } list || !_lists.TryGetValue(list, out var levels))
        {
            return "";
        }

        var at = Math.Clamp(place.NumberingLevelReference?.Val?.Value ?? 0, 0, 8);
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters[list] = counters = new int[9];
        }

        counters[at]++;
        Array.Clear(counters, at + 1, counters.Length - at - 1);
        if (!levels.TryGetValue(at, out var level) || level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet)
        {
            return "";
        }

        var label = level.LevelText?.Val?.Value ?? "";
        for (var i = 0; i <= at; i++)
        {
            label = label.Replace($"%{i + 1}", levels.TryGetValue(i, out var outer) ? Written(outer, counters[i]) : "", StringComparison.Ordinal);
        }

        return label;
    }

    static string Written(Level level, int count)
    {
        var number = count + (level.StartNumberingValue?.Val?.Value ?? 1) - 1;
        var format = level.NumberingFormat?.Val?.Value;
        if (format == NumberFormatValues.ChineseCounting || format == NumberFormatValues.ChineseCountingThousand
            || format == NumberFormatValues.JapaneseCounting || format == NumberFormatValues.TaiwaneseCountingThousand)
        {
            return Chinese(number);
        }

        return format == NumberFormatValues.DecimalEnclosedCircle && number is > 0 and <= 20
            ? ((char)('①' + number - 1)).ToString()
            : number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>1 to 99 in Chinese digits.</summary>
    static string Chinese(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 100 => (number < 20 ? "" : Digits[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Digits[number % 10].ToString()),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
