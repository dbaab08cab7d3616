namespace Suandian;

/// <summary>A sentence or name for people, in both languages of the house.</summary>
/// <param name="Zh">中文, shown first to officials.</param>
/// <param name="En">English.</param>
public readonly record struct Text(string Zh, string En)
{
    /// <summary>The words in the language asked for.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>Both languages, 中文 first.</summary>
    public override string ToString() => Zh == En ? Zh : $"{Zh} / {En}";
}
