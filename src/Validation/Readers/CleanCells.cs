using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Cells of any kind: those in which nobody is recognised and nothing is wrong.</summary>
internal readonly struct AnyCells(CellCheck check) : ICleanCells
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        return PersonalDataScan.Find(cell, check.Column) is null
            && check.Read(cell, out value) is null
            && check.IsRight(value);
    }
}

/// <summary>Cells of a column that the flow does not have: nobody may be recognised in them either.</summary>
internal readonly struct ForeignCells : ICleanCells
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<char> cell, out CellValue value)
    {
        value = default;
        return PersonalDataScan.Find(cell, null) is null;
    }
}

/// <summary>Numbers: most are digits with at most a comma, which nobody is recognised by.</summary>
internal readonly struct PlainNumbers(CellCheck check) : ICleanCells
{
    private readonly AnyCells others = new(check);
    private readonly int decimals = check.Column.Decimals;
    private readonly (long Least, long Most) right = CellRules.RightNumbers(check.Rules);

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<char> cell, out CellValue value)
    {
        if (!NumberText.TryReadPlain(cell, decimals, out long plain) || plain > OutOfRange.Largest)
        {
            return others.TryRead(cell, out value);
        }

        value = new CellValue(null, plain, true);
        return (plain >= right.Least && plain <= right.Most) || check.IsRight(value);
    }
}

/// <summary>
/// Opaque codes: most are short, without a word of letters, and with fewer digits than a telephone number.
/// </summary>
internal readonly struct PlainCodes(CellCheck check) : ICleanCells
{
    private const int Longest = 15; // a codice fiscale has 16
    private const int MostDigits = 6;
    private const int MostLetters = 2; // in a row: three may be a name

    private readonly AnyCells others = new(check);
    private readonly int longest = Math.Min(Longest, check.Column.MaxLength);
    private readonly bool areRight = check.Rules.All(rule => rule.PlainCodesAreRight);

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<char> cell, out CellValue value)
    {
        if (!IsPlain(cell))
        {
            return others.TryRead(cell, out value);
        }

        value = new CellValue(cell.ToString(), 0, true);
        return areRight || check.IsRight(value);
    }

    private bool IsPlain(ReadOnlySpan<char> cell)
    {
        if (cell.Length < 2 || cell.Length > longest)
        {
            return false;
        }

        int digits = 0;
        int letters = 0;
        foreach (char c in cell)
        {
            bool isLetter = char.IsAsciiLetter(c);
            bool isDigit = char.IsAsciiDigit(c);
            letters = isLetter ? letters + 1 : 0;
            digits += isDigit ? 1 : 0;
            if (letters > MostLetters || (!isLetter && !isDigit && c is not ('-' or '_' or '/')))
            {
                return false;
            }
        }

        return digits <= MostDigits;
    }
}

/// <summary>Cells that hold few different words over many rows: what they mean is remembered.</summary>
internal readonly struct KnownCells(CellCheck check) : ICleanCells
{
    private const int Places = 2048; // a power of 2
    private const int LongestKnown = 100;

    private readonly AnyCells others = new(check);
    private readonly Known[] known = new Known[Places];

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<char> cell, out CellValue value)
    {
        // Each word has one place only: a look, never a search.
        ref Known place = ref known[PlaceOf(cell)];
        if (place.Cell is not null && cell.SequenceEqual(place.Cell))
        {
            value = place.Value;
            return true;
        }

        if (!others.TryRead(cell, out value))
        {
            return false;
        }

        if (cell.Length <= LongestKnown)
        {
            place = new Known(cell.ToString(), value);
        }

        return true;
    }

    // Words differ at their end, if not at their beginning.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ReadOnlySpan<char> cell)
    {
        const int Half = sizeof(ulong) / sizeof(char);
        ulong mixed = (uint)cell.Length;
        if (cell.Length >= Half)
        {
            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(cell);
            mixed += unchecked(
                (MemoryMarshal.Read<ulong>(bytes) * 31) + MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]));
        }
        else
        {
            foreach (char c in cell)
            {
                mixed = (mixed << 16) | c;
            }
        }

        return (int)(unchecked(mixed * 0x9E3779B97F4A7C15) >> 53);
    }

    private readonly record struct Known(string? Cell, CellValue Value);
}
