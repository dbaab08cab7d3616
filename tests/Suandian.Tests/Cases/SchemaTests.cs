using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Suandian.Cases.Tables;
using Suandian.Distribution.Equipment;
using Suandian.Distribution.Grids;
using Suandian.Network;
using Suandian.Scheduling.Machines;

namespace Suandian.Cases;

public class SchemaTests
{
    static readonly Type[] Records =
    [
        typeof(Bus), typeof(Carrier), typeof(Cost), typeof(Generator), typeof(StorageUnit), typeof(Store), typeof(Link),
        typeof(Line), typeof(Load), typeof(Tariff), typeof(Chip), typeof(Cluster), typeof(Workload), typeof(Fibre),
        typeof(WeatherSite), typeof(MonthlyNormal), typeof(PowerCurvePoint), typeof(ProfileFactor), typeof(AnnualRule),
        typeof(Scenario), typeof(Stage), typeof(Figure),
        typeof(GridBus), typeof(GridLine), typeof(GridTransformer), typeof(GridLoad), typeof(GridGenerator), typeof(GridShunt), typeof(LineType), typeof(TransformerType),
        typeof(MachineNode), typeof(MachineOutage), typeof(MachineHour), typeof(MachineSection), typeof(MachineUser),
    ];

    static IEnumerable<TableSchema> Everywhere => TableSchema.All.Union(TableSchema.OfGrid).Union(TableSchema.OfMachine);

    public static TheoryData<string> Tables => [.. Everywhere.Select(t => t.Name)];

    static Type RecordOf(string table) => Records.Single(r => CaseTables.SchemaOf(r).Name == table);

    [Fact]
    public void Every_table_has_a_record_and_every_record_a_table() =>
        Assert.Equal(
            Everywhere.Select(t => t.Name).Order(StringComparer.Ordinal),
            Records.Select(r => CaseTables.SchemaOf(r).Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Columns_and_properties_are_the_same(string table) =>
        Assert.Equal(
            TableSchema.Of(table).Columns.Select(c => c.PropertyName).Order(StringComparer.Ordinal),
            RecordOf(table).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Types_of_columns_and_properties_agree(string table)
    {
        foreach (var column in TableSchema.Of(table).Columns)
        {
            var type = Property(table, column).PropertyType;
            var bare = Nullable.GetUnderlyingType(type) ?? type;
            Assert.True(column.Type switch
            {
                ColumnType.Number => bare == typeof(double),
                ColumnType.Integer => bare == typeof(int),
                ColumnType.Boolean => bare == typeof(bool),
                ColumnType.Choice => bare.IsEnum,
                ColumnType.References => bare == typeof(ImmutableArray<string>),
                _ => bare == typeof(string),
            }, $"{table}.{column.Name} is {type}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Required_columns_are_required_properties(string table)
    {
        foreach (var column in TableSchema.Of(table).Columns)
        {
            bool required = Property(table, column).GetCustomAttribute<RequiredMemberAttribute>() is not null;
            Assert.True(column.Required == required, $"{table}.{column.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_default_is_what_an_empty_cell_gives(string table)
    {
        object record = Activator.CreateInstance(RecordOf(table))!;
        foreach (var column in TableSchema.Of(table).Columns.Where(c => !c.Required))
        {
            string expected = Property(table, column).GetValue(record) switch
            {
                null => "",
                bool flag => flag ? "true" : "false",
                double number => Cell.Plain(number),
                Enum choice => SnakeCase.FromPascal(choice.ToString()),
                ImmutableArray<string> => "",
                var other => $"{other}",
            };
            Assert.True(column.Default == expected, $"{table}.{column.Name}: schema {column.Default}, record {expected}");
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Choices_are_the_members_of_the_enum(string table)
    {
        foreach (var column in TableSchema.Of(table).Columns.Where(c => c.Type == ColumnType.Choice))
        {
            var type = Property(table, column).PropertyType;
            var names = Enum.GetNames(Nullable.GetUnderlyingType(type) ?? type);
            Assert.Equal(column.Choices, names.Select(n => column.Name is "status" or "cost_status" ? n[..1] : SnakeCase.FromPascal(n)));
        }
    }

    [Fact]
    public void Every_column_is_described_in_both_languages_and_every_unit_is_known()
    {
        foreach (var table in Everywhere.Append(TableSchema.Settings).Append(TableSchema.GridSettings))
        {
            foreach (var column in table.Columns)
            {
                Assert.True(column.Description.Zh.Length > 0 && column.Description.En.Length > 0, column.Name);
                bool rowUnit = table.Name == "annual_rules" && column.Name == "limit";
                Assert.True(column.Unit.Length == 0 || rowUnit || column.Unit.StartsWith("1/", StringComparison.Ordinal)
                    || Units.Parse(column.Unit) is not null, $"{table.Name}.{column.Name}: unit {column.Unit}");
                Assert.True(column.References.Length == 0 || Everywhere.Any(t => t.Name == column.References), column.References);
            }
        }
    }

    [Fact]
    public void Settings_columns_are_the_properties_of_the_settings()
    {
        var columns = TableSchema.Settings.Columns.Select(c => c.PropertyName)
            .Select(n => n is "NameZh" or "NameEn" ? "Name" : n is "DescriptionZh" or "DescriptionEn" ? "Description" : n).Distinct();
        Assert.Equal(
            typeof(CaseSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_columns_of_a_grid_are_the_properties_of_its_settings()
    {
        var columns = TableSchema.GridSettings.Columns.Select(c => c.PropertyName)
            .Select(n => n is "NameZh" or "NameEn" ? "Name" : n is "DescriptionZh" or "DescriptionEn" ? "Description" : n).Distinct();
        Assert.Equal(
            typeof(GridSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name).Order(StringComparer.Ordinal),
            columns.Order(StringComparer.Ordinal));
    }

    static PropertyInfo Property(string table, ColumnSchema column) => RecordOf(table).GetProperty(column.PropertyName)!;
}
