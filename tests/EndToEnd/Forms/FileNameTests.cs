using PianoZona.Functions.Requests;

namespace PianoZona.EndToEnd.Forms;

/// <summary>The names that senders give their files.</summary>
public sealed class FileNameTests
{
    /// <summary>A name is data: it writes no line of a receipt, and turns no writing round.</summary>
    [Theory]
    [InlineData("spesa 2025.csv", "spesa 2025.csv")]
    [InlineData("cartella\\altra\\spesa.csv", "spesa.csv")]
    [InlineData("../../spesa.csv", "spesa.csv")]
    [InlineData("a.csv\r\nEsito: respinto\r\nNumero: 1", "a.csv  Esito: respinto  Numero: 1")]
    [InlineData("a\u0000b\u0085c\u2028d\u2029e.csv", "a b c d e.csv")]
    [InlineData("a\u202Evsc.exe", "a vsc.exe")]
    [InlineData("perché €.xlsx", "perché €.xlsx")]
    [InlineData("\r\n", "")]
    public void NameOf_WhatASenderGives_IsALineWithoutFolders(string given, string expected) =>
        Assert.Equal(expected, UploadedFiles.NameOf(given));
}
