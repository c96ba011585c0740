using System.Net;
using PianoZona.Testing;

namespace PianoZona.LocalHost.Tests;

/// <summary>HTTP as the real host answers it.</summary>
public sealed class HttpTests(HttpTests.Shared shared) : IClassFixture<HttpTests.Shared>
{
    [Theory]
    [InlineData("GET", "prova/saluti/anna/2?a=b", 200, "GET anna 2 {host}/prova/saluti/anna/2?a=b")]
    [InlineData("GET", "PROVA/Saluti/anna/2/", 200, "GET anna 2 {host}/PROVA/Saluti/anna/2/")]
    [InlineData("GET", "prova/saluti/citt%C3%A0/2", 200, "GET città 2 {host}/prova/saluti/citt%C3%A0/2")]
    [InlineData("GET", "prova/saluti/anna/due", 404, "")]
    [InlineData("POST", "prova/saluti/anna/2", 404, "")]
    [InlineData("HEAD", "prova/saluti/anna/2", 404, "")]
    [InlineData("OPTIONS", "prova/saluti/anna/2", 404, "")]
    [InlineData("GET", "api/saluti/anna/2", 404, "")]
    [InlineData("GET", "altrove", 404, "")]
    [InlineData("GET", "prova/errore", 500, "")]
    [InlineData("PUT", "prova/vuoto", 204, "")]
    public async Task Request_OfEachKind_IsAnsweredAsByTheRealHost(string method, string path, int status, string body)
    {
        using HttpClient client = shared.Client();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using HttpResponseMessage answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(
            body.Replace("{host}", client.BaseAddress!.Authority, StringComparison.Ordinal),
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Upload_OverTheServersOwnLimit_IsStreamedThrough()
    {
        const int Length = 50_000_000;
        using HttpClient client = shared.Client();
        using ByteArrayContent content = new(new byte[Length]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri("prova/carico", UriKind.Relative), content);

        Assert.Equal(
            Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Download_Large_ComesWhole()
    {
        using HttpClient client = shared.Client();
        byte[] content = await client.GetByteArrayAsync(new Uri("prova/scarico/40000000", UriKind.Relative));
        Assert.Equal(40_000_000, content.Length);
    }

    public sealed class Shared : IAsyncLifetime
    {
        private readonly AzuriteFixture azurite = new();
        private SampleHost? sample;

        public HttpClient Client() => new() { BaseAddress = sample!.Host.Address };

        public async Task InitializeAsync()
        {
            await azurite.InitializeAsync();
            sample = await SampleHost.StartAsync(azurite);
        }

        public async Task DisposeAsync()
        {
            await sample!.DisposeAsync();
            await azurite.DisposeAsync();
        }
    }
}
