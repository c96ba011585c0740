using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;
using PianoZona.LocalServices.Azurite;

namespace PianoZona.Storage.Tests;

/// <summary>
/// Addresses that programs write at, as they are made in Azure: by the hub's identity, over https, without a key of the
/// account.
/// </summary>
public sealed class DelegatedAddressTests : IAsyncLifetime
{
    private const string Account = "prova";

    private static readonly DraftKey Key = DraftKey.Parse("018030", new string('c', 32))!;
    private static readonly DraftFacts Facts = new("senza nome", "018030/qualcuno", "spesa-sociale", "2025");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-delega-");
    private AzuriteServer? azurite;
    private X509Certificate2? certificate;
    private BlobServiceClient? blobs;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteServer.StartInMemoryAsync(
            folder.CreateSubdirectory("azurite").FullName, [Account], WriteCertificate());
        blobs = new BlobServiceClient(azurite.BlobsOf(Account), new Identity(), Trusting());
        await blobs.GetBlobContainerClient(StorageNames.Drafts).CreateIfNotExistsAsync();
    }

    public async Task DisposeAsync()
    {
        await azurite!.DisposeAsync();
        certificate!.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task OpenAddress_ByTheHubsIdentity_OpensTheWritingOfOneBlobForAnHour()
    {
        BlobDrafts store = new(blobs!, TimeProvider.System);
        DraftAddress opened = await store.OpenAddressAsync(Key, default);
        BlobClient written = new(opened.Address, Trusting());
        await written.UploadAsync(BinaryData.FromString("uno"));

        Assert.Contains("skoid=", opened.Address.Query, StringComparison.Ordinal);
        Assert.InRange(
            opened.Until - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
        await Assert.ThrowsAsync<RequestFailedException>(() => written.DownloadContentAsync());
        await Assert.ThrowsAsync<RequestFailedException>(() => written.DeleteAsync());
        UriBuilder elsewhere = new(opened.Address) { Path = opened.Address.AbsolutePath + "x" };
        await Assert.ThrowsAsync<RequestFailedException>(
            () => new BlobClient(elsewhere.Uri, Trusting()).UploadAsync(BinaryData.FromString("uno")));
        Assert.True(await store.StoreWrittenAsync(Key, Facts, default));
        await using DraftFile draft = (await store.TryOpenAsync(Key, default))!;
        Assert.Equal((3, Facts), (draft.Content.Length, draft.Facts));
    }

    private (string Certificate, string Key) WriteCertificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        (string Certificate, string Key) files = (
            Path.Combine(folder.FullName, "certificato.pem"), Path.Combine(folder.FullName, "chiave.pem"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    private BlobClientOptions Trusting() => new()
    {
        Transport = new HttpClientTransport(new HttpClient(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { certificate! },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        })),
    };

    /// <summary>A managed identity's token, as the emulator reads it: without looking at who signed it.</summary>
    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellationToken)
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            string claims = $$"""
                {"aud":"https://storage.azure.com","iss":"https://sts.windows.net/{{Guid.Empty}}/",
                "oid":"{{Guid.Empty}}","tid":"{{Guid.Empty}}","iat":{{now.ToUnixTimeSeconds()}},
                "nbf":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"exp":{{now.AddHours(1).ToUnixTimeSeconds()}}}
                """;
            return new AccessToken($"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(claims)}.x", now.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(context, cancellationToken));

        private static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(json));
    }
}
