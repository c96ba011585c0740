namespace PianoZona.Reading.Xlsx;

/// <summary>
/// The checksum of ZIP (CRC-32, ISO 3309), eight bytes at a time. .NET reads archives without verifying it.
/// </summary>
internal static class Crc32
{
    /// <summary>The state before the first byte.</summary>
    public const uint Start = uint.MaxValue;

    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    private static readonly uint[][] Tables = BuildTables();

    /// <summary>Adds bytes.</summary>
    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= Slices)
        {
            uint low = state ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            state =
                Tables[7][low & 0xFF]
                ^ Tables[6][(low >> 8) & 0xFF]
                ^ Tables[5][(low >> 16) & 0xFF]
                ^ Tables[4][low >> 24]
                ^ Tables[3][bytes[4]]
                ^ Tables[2][bytes[5]]
                ^ Tables[1][bytes[6]]
                ^ Tables[0][bytes[7]];
            bytes = bytes[Slices..];
        }

        foreach (byte b in bytes)
        {
            state = (state >> 8) ^ Tables[0][(state ^ b) & 0xFF];
        }

        return state;
    }

    /// <summary>The checksum of all bytes added.</summary>
    public static uint Finish(uint state) => ~state;

    private static uint[][] BuildTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Slices).Select(_ => new uint[256])];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
            }

            tables[0][i] = value;
        }

        for (int slice = 1; slice < Slices; slice++)
        {
            for (int i = 0; i < 256; i++)
            {
                uint before = tables[slice - 1][i];
                tables[slice][i] = (before >> 8) ^ tables[0][before & 0xFF];
            }
        }

        return tables;
    }
}
