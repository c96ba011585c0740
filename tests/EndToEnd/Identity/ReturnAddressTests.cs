using PianoZona.Functions.Identity;

namespace PianoZona.EndToEnd.Identity;

/// <summary>After a sign-in one stays on the hub.</summary>
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/esiti/1?righe=2-3", "/esiti/1?righe=2-3")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("esiti", "/")]
    [InlineData("https://altrove.example/", "/")]
    [InlineData("//altrove.example/", "/")]
    [InlineData("/\\altrove.example/", "/")]
    [InlineData("/\t/altrove.example/", "/")]
    [InlineData("/città", "/")]
    [InlineData("/citt%C3%A0", "/citt%C3%A0")]
    public void Of_WhatWasAskedFor_IsAnAddressOfTheHub(string? asked, string expected) =>
        Assert.Equal(expected, ReturnAddress.Of(asked));
}
