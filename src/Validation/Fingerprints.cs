using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation;

/// <summary>Remembers the values of some columns of every row, 16 bytes each, and tells the first row that had the same.</summary>
/// <remarks>Each value is written with its length, so that <c>a, bc</c> and <c>ab, c</c> differ; of SHA-256, 128 bits do not collide by chance.</remarks>
internal sealed class Fingerprints(IReadOnlyList<Column> columns)
{
    private readonly Dictionary<UInt128, int> firstRows = [];
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>The first row with the same values; null when there is none, and then this row is remembered.</summary>
    public int? FirstWith(ValidRow row)
    {
        bytes.ResetWrittenCount();
        foreach (Column column in columns)
        {
            CellValue value = row[column];
            ReadOnlySpan<char> text = value.Text;
            Write(value.HasValue ? text.Length : -1);
            Write(value.Number);
            bytes.Write(MemoryMarshal.AsBytes(text));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, hash);
        UInt128 fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(hash);
        return firstRows.TryAdd(fingerprint, row.Number) ? null : firstRows[fingerprint];
    }

    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), number);
        bytes.Advance(sizeof(long));
    }
}
