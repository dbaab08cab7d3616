using System.Collections.Immutable;
using System.Reflection;

namespace Suandian.Cases.Tables;

/// <summary>How the columns of a table meet the properties of its record; found once per table.</summary>
static class RecordShape<T>
{
    /// <summary>Property of each column of the schema, in its order.</summary>
    internal static readonly ImmutableArray<PropertyInfo> Properties =
        [.. SchemaOf().Columns.Select(c => Property(c.PropertyName))];

    static readonly ImmutableArray<ImmutableDictionary<string, object>> Words = [.. Properties.Select(Choices)];

    /// <summary>The table whose rows are of this type.</summary>
    internal static TableSchema SchemaOf() => CaseTables.SchemaOf(typeof(T));

    /// <summary>A record with every default.</summary>
    internal static object New() => Activator.CreateInstance<T>()!;

    /// <summary>Sets a property from a parsed cell.</summary>
    internal static void Set(object record, int column, object value) =>
        Properties[column].SetValue(record, value is string word && Words[column].TryGetValue(word, out object? choice) ? choice : value);

    /// <summary>Marks a cell that could not be understood: NaN for numbers, empty for names; other types keep their default.</summary>
    internal static void SetUnknown(object record, int column)
    {
        var type = Underlying(Properties[column].PropertyType);
        if (type == typeof(double))
            Properties[column].SetValue(record, double.NaN);
        else if (type == typeof(string))
            Properties[column].SetValue(record, "");
    }

    /// <summary>A value as text of a cell; empty for none.</summary>
    internal static string Text(object record, int column) => Properties[column].GetValue(record) switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        double number => Cell.Plain(number),
        ImmutableArray<string> names => names.IsDefault ? "" : string.Join(';', names),
        Enum choice => Words[column].First(w => w.Value.Equals(choice)).Key,
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    static PropertyInfo Property(string name) => typeof(T).GetProperty(name) ??
        throw new InvalidOperationException($"{typeof(T).Name} has no property {name}, which the schema declares");

    static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>Words of a choice by their value of the enum; F, D, E, R stand for the first letters of Status.</summary>
    static ImmutableDictionary<string, object> Choices(PropertyInfo property)
    {
        var type = Underlying(property.PropertyType);
        if (!type.IsEnum)
            return ImmutableDictionary<string, object>.Empty;
        return Enum.GetValues(type).Cast<object>().ToImmutableDictionary(value =>
            type == typeof(Network.Status) ? value.ToString()![..1] : SnakeCase.FromPascal(value.ToString()!));
    }
}
