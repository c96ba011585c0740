namespace Azure.Data.Tables.Models;

/// <summary>A table of the account.</summary>
public class TableItem
{
    /// <summary>A table.</summary>
    /// <param name="name">Its name.</param>
    public TableItem(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }
}
