using System.Collections.Immutable;
using System.Globalization;
using Suandian.Operations.Programme.Ledger;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A table to be written: its declaration, and rows with a value or null for each column.</summary>
/// <param name="Declaration">Columns.</param>
/// <param name="Rows">Values by row; types as <see cref="SheetType"/> says.</param>
public sealed record SheetTable(SheetDeclaration Declaration, ImmutableArray<ImmutableArray<object?>> Rows)
{
    /// <summary>True where personal data are written masked.</summary>
    public bool IsMasked { get; init; }

    /// <summary>True where rows about people are written in clear: such a file is for its owner alone.</summary>
    public bool IsPersonal => !IsMasked && !Rows.IsEmpty && Declaration.IsPersonal;

    /// <summary>True for a table of the machine that people need not see.</summary>
    public bool IsConcealed { get; init; }

    /// <summary>A value as text: in a CSV file, and in a cell that holds no number.</summary>
    internal string Text(int column, object? value)
    {
        var declared = Declaration.Columns[column];
        string text = value switch
        {
            null => "",
            decimal number => SheetQuantity.Plain(number),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool truth => truth ? "是" : "否",
            ImmutableArray<string> list => string.Join('；', list),
            string code when declared.Type == SheetType.Choice => declared.Choices.FirstOrDefault(c => c.Code == code)?.Name.Zh ?? code,
            _ => value.ToString() ?? "",
        };
        return IsMasked ? Masking.Of(declared.Personal, text) : text;
    }
}
