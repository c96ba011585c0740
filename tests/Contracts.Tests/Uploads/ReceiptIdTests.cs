using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Contracts.Tests.Uploads;

public sealed class ReceiptIdTests
{
    private const string Blob = "019021/spesa-sociale/2025/Spesa 2025 di Mario Rossi.csv";

    private static readonly Gen<string> Part = Gen.OneOf(
        Gen.Elements("019021", "ente-concass", "spesa-sociale", "2025", "2025-S1", "2025-09-14"),
        Gen.Elements("RSSMRA80A01H501U", "rssmra80a01h501u", "..", "", "Rossi Mario.csv", "a_b"),
        ArbMap.Default.GeneratorFor<string>().Where(text => text is not null));

    private static readonly Arbitrary<string> Paths = Gen.NonEmptyListOf(Part)
        .Select(parts => string.Join('/', parts))
        .ToArbitrary();

    [Fact]
    public void For_KnownPath_NamesItsFolder()
    {
        ReceiptId id = ReceiptId.For(Blob, 638_000_000_000_000_000, "0x8DC");

        Assert.Equal("019021/spesa-sociale/2025", id.Folder);
        Assert.Matches("^019021_spesa-sociale_2025_[0-9a-f]{16}$", id.Text);
        Assert.Equal($"{id.Folder}/{id.Text}", id.Path);
        Assert.Equal(("019021", "spesa-sociale", "2025"), (id.Sender, id.Flow, id.Period));
        Assert.Equal($"019021_spesa-sociale_2025_{ReceiptId.FingerprintOf(id.Text)}", id.Text);
    }

    [Fact]
    public void For_SameUpload_IsTheSameForEver() =>
        Assert.Equal(
            "019021_spesa-sociale_2025_"
                + Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Blob}\n7\nv1"))
                )[..16],
            ReceiptId.For(Blob, 7, "v1").Text);

    [Theory]
    [InlineData(Blob, 8, "v1")]
    [InlineData(Blob, 7, "v2")]
    [InlineData("019021/spesa-sociale/2025/altro.csv", 7, "v1")]
    public void For_AnotherUpload_IsAnother(string blob, long sequence, string version) =>
        Assert.NotEqual(ReceiptId.For(Blob, 7, "v1"), ReceiptId.For(blob, sequence, version));

    [Fact]
    public void TryParse_AnyNumberMade_FindsTheSameFolder() =>
        Prop.ForAll(
                Paths,
                path =>
                    ReceiptId.TryParse(ReceiptId.For(path, 1, "v").Text, out ReceiptId? read)
                    && read == ReceiptId.For(path, 1, "v"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void For_AnyPath_HasOnlyPartsOfValidForm() =>
        Prop.ForAll(
                Paths,
                path =>
                {
                    string[] folder = ReceiptId.For(path, 1, "v").Folder.Split('/');
                    return folder.Length == 3
                        && folder.All(part =>
                            part
                                is "x"
                                    or "019021"
                                    or "ente-concass"
                                    or "spesa-sociale"
                                    or "2025"
                                    or "2025-S1"
                                    or "2025-09-14"
                            || part.All(c => char.IsAsciiLetterLower(c) || c == '-'));
                })
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("RSSMRA80A01H501U/spesa-sociale/2025/f.csv", "x/spesa-sociale/2025")]
    [InlineData("019021/rssmra80a01h501u/2025/f.csv", "019021/x/2025")]
    [InlineData("019021/spesa-sociale/RSSMRA80A01H501U/f.csv", "019021/spesa-sociale/x")]
    [InlineData("mariorossi", "x/x/x")]
    [InlineData("019021/mariorossi", "019021/x/x")]
    [InlineData("019021/spesa-sociale/2025", "019021/spesa-sociale/x")]
    [InlineData("019021/spesa-sociale/2025/sotto/f.csv", "019021/spesa-sociale/2025")]
    [InlineData("../../etc/passwd", "x/x/x")]
    public void For_PartsThatMayBePersonal_AreNotInIt(string blob, string folder) =>
        Assert.Equal(folder, ReceiptId.For(blob, 1, "v").Folder);

    [Fact]
    public void For_EveryFlow_NamesItsFolder() => Assert.All(FlowCatalogue.All, flow =>
    {
        ReceiptId id = ReceiptId.For($"019021/{flow.Code}/2025/f.csv", 1, "v");

        Assert.Equal($"019021/{flow.Code}/2025", id.Folder);
        Assert.Equal(id, ReceiptId.Parse(id.Text));
    });

    [Theory]
    [InlineData("")]
    [InlineData("019021_spesa-sociale_2025")]
    [InlineData("019021_spesa-sociale_2025_0123456789abcdeF")]
    [InlineData("019021_spesa-sociale_2025_0123456789abcdef\n")]
    [InlineData("../019021_spesa-sociale_2025_0123456789abcdef")]
    [InlineData("RSSMRA80A01H501U_spesa-sociale_2025_0123456789abcdef")]
    public void TryParse_AnythingElse_IsNoNumber(string text)
    {
        Assert.False(ReceiptId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ReceiptId.Parse(text));
    }
}
