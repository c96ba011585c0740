using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Mail;

/// <summary>One contact more or less.</summary>
public sealed class ContactDeskTests
{
    private const string First = "protocollo@comune.example";
    private const string Second = "ragioneria@comune.example";

    [Fact]
    public async Task Add_TwoAndTakeOneAway_LeavesOneAndTellsWhoDidWhat()
    {
        using MemoryHub hub = new();
        await AddAsync(hub, First);
        await AddAsync(hub, Second);

        Assert.IsType<Reply<Contact>.Done>(await RemoveAsync(hub, Party(hub), First.ToUpperInvariant()));

        BodyContacts found = await FindAsync(hub, Party(hub));
        Assert.Equal([Second], found.Contacts.Select(one => one.Address));
        Assert.Equal(
            [("018030/a", First, ""), ("018030/a", Second, ""), ("018030/a", "", First)],
            found.Changes.Select(
                one => (one.By, string.Concat(one.Added), string.Concat(one.Removed))));
        Assert.Equal(
            [Second],
            (await hub.Get<ContactBook>().WithContactsAsync(hub.Ambito, default)).FindSender("018030")!.Contacts);
        Assert.Empty((await FindAsync(hub, Party(hub, body: "018041"))).Changes);
    }

    [Fact]
    public async Task Add_AnAddressThatIsThere_ChangesWhatItReceives()
    {
        using MemoryHub hub = new();
        await AddAsync(hub, First);
        ContactWishes wishes = new(new TimeOnly(9, 0), ReceiptMail.Never);

        await hub.Get<ContactDesk>().AddAsync(Party(hub), new Contact(First, wishes), default);

        Assert.Equal(wishes, Assert.Single((await FindAsync(hub, Party(hub))).Contacts).Wishes);
    }

    [Fact]
    public async Task Remove_TheLast_ItStays()
    {
        using MemoryHub hub = new();
        await AddAsync(hub, First);

        Assert.IsType<Reply<Contact>.ConflictsOn>(await RemoveAsync(hub, Party(hub), First));
        Assert.Single((await FindAsync(hub, Party(hub))).Contacts);
        SendingParty configured = Party(hub, configured: Second);
        Assert.IsType<Reply<Contact>.Done>(await RemoveAsync(hub, configured, First));
        Assert.IsType<Reply<Contact>.NotFound>(await RemoveAsync(hub, configured, Second));
        Assert.Equal([Second], (await FindAsync(hub, configured)).Contacts.Select(one => one.Address));
    }

    [Theory]
    [InlineData("nessuno")]
    [InlineData("a b@comune.example")]
    public async Task Add_WhatIsNoAddress_IsRefused(string address)
    {
        using MemoryHub hub = new();

        Assert.NotEmpty(Assert.IsType<Reply<Contact>.Refused>(await AddAsync(hub, address)).Mistakes);
        Assert.Empty((await FindAsync(hub, Party(hub))).Contacts);
    }

    [Fact]
    public async Task Add_OneMoreThanThereMayBe_IsRefused()
    {
        using MemoryHub hub = new();
        for (int i = 0; i < ContactDocument.MostContacts; i++)
        {
            string address = FormattableString.Invariant($"u{i}@comune.example");
            Assert.IsType<Reply<Contact>.Done>(await AddAsync(hub, address));
        }

        Assert.IsType<Reply<Contact>.Refused>(await AddAsync(hub, First));
    }

    // Somebody else adds between what is read and what is written.
    [Fact]
    public async Task Add_WhileSomebodyElseDoes_LosesNeither()
    {
        using MemoryHub hub = new();
        hub.Requests.Instead = () => AddAsync(hub, Second);
        hub.Requests.CrashAt = 2;

        Reply<Contact> reply = await AddAsync(hub, First);

        Assert.IsType<Reply<Contact>.ConflictsOn>(reply);
        Assert.Equal([Second], (await FindAsync(hub, Party(hub))).Contacts.Select(one => one.Address));
    }

    private static Task<Reply<Contact>> AddAsync(MemoryHub hub, string address) =>
        hub.Get<ContactDesk>().AddAsync(Party(hub), new Contact(address, ContactWishes.Default), default);

    private static Task<Reply<Contact>> RemoveAsync(MemoryHub hub, SendingParty party, string address) =>
        hub.Get<ContactDesk>().RemoveAsync(party, address, default);

    private static Task<BodyContacts> FindAsync(MemoryHub hub, SendingParty party) =>
        hub.Get<ContactDesk>().FindAsync(party, default);

    private static SendingParty Party(MemoryHub hub, string body = "018030", string? configured = null)
    {
        Sender sender = hub.Ambito.FindSender(body)!;
        return new SendingParty(
            hub.Ambito, configured is null ? sender : sender with { Contacts = [configured] }, $"{body}/a");
    }
}
