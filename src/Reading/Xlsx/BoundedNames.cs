using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// The names of XML elements and attributes. They stay in memory, so that a part made of different names is refused.
/// </summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaxNames = 10_000;

    private int count;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) =>
        Get(key, start, len) ?? Counted(base.Add(key, start, len));

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) =>
        ++count <= MaxNames
            ? name
            : throw WorkbookFaultException.Suspect("è costruito in modo anomalo (troppi nomi diversi)");
}
