using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Tests.Text;

/// <summary>What is an IBAN of Italy, and what only looks like one.</summary>
public sealed class IbanTests
{
    private const string Right = "IT60X0542811101000000123456";

    [Theory]
    [InlineData(Right)]
    [InlineData("it60x0542811101000000123456")]
    [InlineData("IT60 X054 2811 1010 0000 0123 456")]
    [InlineData("bonifico su IT60X0542811101000000123456 del 3/4")]
    [InlineData("IBANIT60X0542811101000000123456")]
    [InlineData("SITO IT-60-X-05428-11101-000000123456")]
    [InlineData("IT60X05428111010000001\u200B23456")]
    public void Find_AnIban_IsTold(string cell) => Assert.Equal("un IBAN", PersonalDataScan.Find(cell, column: null));

    [Theory]
    [InlineData("IT61X0542811101000000123456")] // check digits of another
    [InlineData("IT60X054281110100000012345")] // a character less
    [InlineData("DE89370400440532013000")] // of no person paid here
    [InlineData("ISTITUTO SMALTIMENTO ITALIANO S.P.A.")]
    [InlineData("IT12345678901")] // partita IVA
    public void Find_WhatIsNone_Passes(string cell) => Assert.Null(PersonalDataScan.Find(cell, column: null));

    [Fact]
    public void FindAmongBytes_AnIban_IsTold() =>
        Assert.Equal("un IBAN", PersonalDataScan.FindAmongBytes($"\0\u0001{Right}\0"));
}
