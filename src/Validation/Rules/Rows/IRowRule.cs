namespace PianoZona.Validation.Rules.Rows;

/// <summary>A rule on the values of one row, or of a row among those before it.</summary>
internal interface IRowRule
{
    /// <summary>What is wrong; null when nothing is, or when the cells it needs are missing or unreadable.</summary>
    Breach? Check(RowView row);
}

/// <summary>A rule that says itself which files it is for: adding a class that has it adds the rule.</summary>
internal interface IDiscoveredRowRule : IRowRule
{
    /// <summary>The rules for one file; none when they have nothing to ask of it.</summary>
    static abstract IEnumerable<IRowRule> For(UploadContext context);
}
