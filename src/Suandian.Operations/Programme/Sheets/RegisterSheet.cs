using System.Collections.Immutable;
using Suandian.Operations.Programme.Ledger;
using Suandian.Operations.Programme.Ledger.History;
using Suandian.Operations.Programme.Ledger.Recording;

namespace Suandian.Operations.Programme.Sheets;

/// <summary>A register of the ledger as a table that people fill in Excel or WPS.</summary>
/// <remarks>Computed fields and files of evidence are no columns: the program fills the ones, <c>programme evidence</c> links the others.</remarks>
public static class RegisterSheet
{
    /// <summary>Column of the id people give.</summary>
    internal const string Id = "id";

    /// <summary>Most rows whose names are offered in a drop-down.</summary>
    const int MostOffered = 500;

    /// <summary>The table of a register; references offer the rows there are.</summary>
    public static SheetDeclaration Declare(RegisterSchema register, LedgerState state)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(state);
        var fields = register.Fields.Where(f => !f.IsComputed && f.Name != RegisterSchema.Evidence);
        return new SheetDeclaration
        {
            Code = register.Name,
            Title = register.Title,
            Columns = [.. (register.Id is { } id ? fields.Prepend(id) : fields).Select(f => Column(f, state))],
        };
    }

    /// <summary>The rows of a register as a table; fields about people are left out for those who may not see them.</summary>
    public static SheetTable Table(RegisterSchema register, LedgerState state, Rights rights)
    {
        ArgumentNullException.ThrowIfNull(rights);
        var declaration = Declare(register, state);
        if (!rights.SeesPersonal)
        {
            declaration = declaration with { Columns = [.. declaration.Columns.Where(c => c.Personal == Personal.None)] };
        }

        return new SheetTable(declaration, [.. state.Rows(register.Name).Select(row => declaration.Columns.Select(c => Value(c, row)).ToImmutableArray())]);
    }

    static SheetColumn Column(FieldSchema field, LedgerState state)
    {
        ImmutableArray<string> offered = field.Type == FieldType.Reference ? Offered(field.References, state) : [];
        return new SheetColumn
        {
            Code = field.Name,
            Title = field.Title,
            Type = TypeOf(field.Type),
            Unit = field.Unit,
            IsRequired = field.IsRequired,
            Choices = [.. field.Choices.Select(c => new SheetChoice(c.Word, new Text(c.Zh, c.Word.Replace('_', ' '))))],
            Offered = offered,
            Min = field.Min,
            Max = field.Max,
            Personal = field.Personal,
            Example = offered.IsEmpty ? Example(field) : offered[0],
            Description = field.Description,
        };
    }

    static SheetType TypeOf(FieldType type) => type switch
    {
        FieldType.Number => SheetType.Number,
        FieldType.Whole => SheetType.Whole,
        FieldType.Date => SheetType.Date,
        FieldType.YesNo => SheetType.Boolean,
        FieldType.Choice => SheetType.Choice,
        FieldType.References or FieldType.List => SheetType.List,
        _ => SheetType.Text,
    };

    /// <summary>Names of the rows of a register as people know them; the id where two have one name.</summary>
    static ImmutableArray<string> Offered(string register, LedgerState state) =>
        [.. state.Rows(register).GroupBy(r => r.Name.Zh).SelectMany(g => g.Count() == 1 ? [g.Key] : g.Select(r => r.Address.Id)).Take(MostOffered)];

    static string Example(FieldSchema field) => field.Type switch
    {
        FieldType.Date => "2024-05-18",
        FieldType.Choice => field.Choices[0].Zh,
        FieldType.YesNo => "是",
        FieldType.Number or FieldType.Whole => SheetQuantity.Plain(Math.Max(1, field.Min ?? 1)),
        FieldType.Name => "a1",
        _ => field.Personal switch
        {
            Personal.Phone => "000-00000000",
            Personal.Id => "P0001",
            _ => "示例" + field.Title.Zh,
        },
    };

    static object? Value(SheetColumn column, LedgerRow row)
    {
        string value = column.Code == Id ? row.Address.Id : row[column.Code];
        return value.Length == 0 ? null : column.Type switch
        {
            SheetType.Number or SheetType.Whole => row.Number(column.Code),
            SheetType.Date => row.Date(column.Code),
            SheetType.Boolean => row.Is(column.Code),
            SheetType.List => row.List(column.Code),
            _ => value,
        };
    }
}
