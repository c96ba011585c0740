using System.Net;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Ports;

namespace PianoZona.EndToEnd;

/// <summary>Files that programs send over HTTP.</summary>
public sealed class ProgramUploadTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Send_TheSameKeyTwice_IsOneUploadWithItsReceipt()
    {
        string file = Csv.Spending("018030", 2022, ("ANZIANI", "12,00"));
        (HttpStatusCode first, string number) = await SendAsync("018030", "2022", file, "chiave-1");
        (HttpStatusCode second, string again) = await SendAsync("018030", "2022", file, "chiave-1");
        ReceiptId id = ReceiptId.Parse(number);
        Receipt receipt = await hub.ReceiptAsync(id, $"{id.Folder}/x");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, number), (first, second, again));
        Assert.Equal((Outcome.Accepted, "018030"), (receipt.Outcome, receipt.Sender));
        Assert.Single(
            await hub.NamesAsync(StorageNames.Receipts),
            name => name.StartsWith(id.Folder, StringComparison.Ordinal)
                && name.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_AKeyThatServedForAnotherPeriod_IsAConflict()
    {
        await SendAsync("018041", "2021", Csv.Spending("018041", 2021, ("ANZIANI", "1,00")), "chiave-2");
        (HttpStatusCode status, _) = await SendAsync(
            "018041", "2022", Csv.Spending("018041", 2022, ("ANZIANI", "1,00")), "chiave-2");

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task Send_ToTry_AnswersTheReceiptAndSendsNothing()
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018091");
        using StringContent content = new(
            Csv.Spending("018091", 2022, ("ANZIANI", "tanti")), Encoding.UTF8, "text/csv");
        HttpResponseMessage answer = await client.PostAsync(
            new Uri("api/caricamenti/spesa-sociale/2022?prova=si", UriKind.Relative), content);

        JObject receipt = JObject.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "refused"), (answer.StatusCode, (string?)receipt["outcome"]));
        Assert.DoesNotContain(
            await hub.NamesAsync(StorageNames.Receipts), name => name.StartsWith("018091/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            await hub.NamesAsync(StorageNames.Drafts), name => name.StartsWith("018091/", StringComparison.Ordinal));
    }

    /// <summary>Who mistypes the trial has not sent: the file is not taken at its word.</summary>
    [Theory]
    [InlineData("prova=SI")]
    [InlineData("prova=s%C3%AC")]
    [InlineData("prova=true")]
    [InlineData("prova=")]
    [InlineData("prova=si&prova=no")]
    public async Task Send_ATrialThatIsMistyped_IsRefusedAndSendsNothing(string query)
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018091");
        using StringContent content = new(
            Csv.Spending("018091", 2022, ("ANZIANI", "1,00")), Encoding.UTF8, "text/csv");
        HttpResponseMessage answer = await client.PostAsync(
            new Uri($"api/caricamenti/spesa-sociale/2022?{query}", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            await hub.NamesAsync(StorageNames.Inbox), name => name.StartsWith("018091/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            await hub.NamesAsync(StorageNames.Receipts), name => name.StartsWith("018091/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirm_WhatWasWrittenAtAnAddress_IsOneUploadWhoseTimeNobodyChooses()
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018135");
        (HttpStatusCode opened, JObject told) = await PostAsync(
            client, "/api/caricamenti/spesa-sociale/2022/indirizzi");
        string confirmation = (string)told["conferma"]!;
        BlobClient blob = new(new Uri((string)told["indirizzo"]!));
        (HttpStatusCode early, _) = await PostAsync(client, confirmation);
        await blob.UploadAsync(
            BinaryData.FromString(Csv.Spending("018135", 2022, ("ANZIANI", "12,00"))),
            new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [ReceivedFile.SequenceMetadata] = "1",
                },
            });
        RequestFailedException denied = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.DownloadContentAsync());
        (HttpStatusCode first, JObject sent) = await PostAsync(client, confirmation);
        (_, JObject again) = await PostAsync(client, confirmation);
        using HttpClient other = SignedIn.As(hub.Address, "comune", "018041");
        (HttpStatusCode others, _) = await PostAsync(other, confirmation);
        ReceiptId id = ReceiptId.Parse((string)sent["numero"]!);
        Receipt receipt = await hub.ReceiptAsync(id, $"{id.Folder}/x");

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.NotFound, HttpStatusCode.Accepted, HttpStatusCode.NotFound),
            (opened, early, first, others));
        Assert.Equal((403, id.Text), (denied.Status, (string?)again["numero"]));
        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Assert.InRange(receipt.ReceivedAt, now.AddHours(-1), now);
    }

    [Theory]
    [InlineData("spesa-sociale", "2022-T1")]
    [InlineData("spesa-sociale", "ieri")]
    [InlineData("nessuno", "2022")]
    public async Task Send_ForNoFlowOrPeriod_IsAMistake(string flow, string period)
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018091");
        using StringContent content = new("x");
        HttpResponseMessage answer = await client.PostAsync(
            new Uri($"api/caricamenti/{flow}/{period}", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    /// <summary>A program that sends two files at once hears so: neither is taken for the whole.</summary>
    [Fact]
    public async Task Send_TwoFilesInOneForm_IsAMistakeAndSendsNeither()
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018091");
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(Csv.Spending("018091", 2019, ("ANZIANI", "1,00"))), "file", "uno.csv");
        form.Add(new StringContent(Csv.Spending("018091", 2019, ("DISABILI", "2,00"))), "file", "due.csv");
        HttpResponseMessage answer = await client.PostAsync(
            new Uri("api/caricamenti/spesa-sociale/2019", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("\"2019\"", await GetAsync("api/caricamenti"), StringComparison.Ordinal);
        Assert.DoesNotContain("uno.csv", await GetAsync("invia"), StringComparison.Ordinal);

        Task<string> GetAsync(string address) => client.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    private static async Task<(HttpStatusCode Status, JObject Told)> PostAsync(HttpClient client, string address)
    {
        HttpResponseMessage answer = await client.PostAsync(new Uri(address, UriKind.Relative), content: null);
        return (answer.StatusCode, JObject.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<(HttpStatusCode Status, string Number)> SendAsync(
        string sender, string period, string file, string key)
    {
        using HttpClient client = SignedIn.As(hub.Address, "comune", sender);
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(file, Encoding.UTF8, "text/csv"), "file", "spesa.csv");
        HttpResponseMessage answer = await client.PostAsync(
            new Uri($"api/caricamenti/spesa-sociale/{period}", UriKind.Relative), form);
        return (answer.StatusCode, (string?)JObject.Parse(await answer.Content.ReadAsStringAsync())["numero"] ?? "");
    }
}
