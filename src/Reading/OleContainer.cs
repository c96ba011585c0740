namespace PianoZona.Reading;

/// <summary>Tells an XLSX behind a password from an old .xls: both are OLE containers.</summary>
internal static class OleContainer
{
    // The name of the stream that holds the encrypted file, as the directory of the container writes it. It may stand
    // anywhere.
    private static readonly byte[] Name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Reads to the end and tells whether the container holds an encrypted file.</summary>
    public static async Task<bool> HoldsEncryptedPackageAsync(HashedBlocks blocks, CancellationToken cancellationToken)
    {
        bool found = false;
        byte[] seam = []; // the end of the block before
        do
        {
            ReadOnlyMemory<byte> block = blocks.Current;
            byte[] joint = [.. seam, .. block.Span[..Math.Min(block.Length, Name.Length)]];
            found |= block.Span.IndexOf(Name) >= 0 || joint.AsSpan().IndexOf(Name) >= 0;
            seam = [.. block.Span[^Math.Min(block.Length, Name.Length)..]];
        }
        while (await blocks.MoveNextAsync(cancellationToken));
        return found;
    }
}
