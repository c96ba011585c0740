using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Text;

/// <summary>
/// Recognises what identifies a person: a codice fiscale with its check character, an IBAN with its check
/// digits, an e-mail address, a phone number.
/// </summary>
/// <remarks>Made for few false alarms: protocol numbers, CUP, CIG and partita IVA pass.</remarks>
public static partial class PersonalDataScan
{
    private const int ShortestAddress = 6;
    private const int FewestDigitsOfPhone = 7;

    private static readonly Column References = new(
        "altrove", ColumnKind.Text, "Altrove", "Testo fuori dalle righe lette.", string.Empty)
    {
        HoldsReferences = true,
    };

    private static readonly Column Figures = new(
        "formule", ColumnKind.Money, "Formule", "Formula di una cella.", string.Empty);

    /// <summary>What ends a cell, or a text between two marks.</summary>
    public static SearchValues<char> EndsOfText { get; } = SearchValues.Create(";,\t\r\n|\"<>\0");

    /// <summary>What was found, in Italian with its article; null when nothing was.</summary>
    /// <param name="column">
    /// The column of the flow; null for a header and for a column that the flow does not have.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // most cells are short
    public static string? Find(ReadOnlySpan<char> cell, Column? column) =>
        cell.Length < ShortestAddress ? null : FindInLonger(cell, column);

    // What the eye does not see, or sees as a letter, parts no code in two.
    private static string? FindInLonger(ReadOnlySpan<char> cell, Column? column) =>
        FindAsItIs(cell, column) ?? (SeenText.Differs(cell) ? FindAsItIs(SeenText.Of(cell), column) : null);

    private static string? FindAsItIs(ReadOnlySpan<char> cell, Column? column)
    {
        if (cell.Length >= TaxCode.Length && TaxCode.IsWithin(cell))
        {
            return "un codice fiscale";
        }

        if (cell.Length >= Iban.Length && Iban.IsWithin(cell))
        {
            return "un IBAN";
        }

        if (cell.Contains('@') && Address().IsMatch(cell))
        {
            return "un indirizzo di posta elettronica";
        }

        return IsText(column) && DigitsOf(cell) >= FewestDigitsOfPhone && HasPhone(cell, column)
            ? "un numero di telefono"
            : null;
    }

    /// <summary>
    /// What was found in a text outside the rows. There ten digits are as likely a CIG: a telephone number is one that
    /// says so.
    /// </summary>
    public static string? FindElsewhere(ReadOnlySpan<char> text) => Find(text, References);

    /// <summary>
    /// What was found in a formula: in the texts and names in it. Numbers that are added up are no telephone.
    /// </summary>
    public static string? FindInFormula(ReadOnlySpan<char> formula) => Find(formula, Figures);

    /// <summary>
    /// What was found among bytes that are no text: without a telephone, and an address only where chance does not make
    /// one.
    /// </summary>
    public static string? FindAmongBytes(ReadOnlySpan<char> bytes) =>
        TaxCode.IsWithin(bytes) ? "un codice fiscale"
        : Iban.IsWithin(bytes) ? "un IBAN"
        : bytes.Contains('@') && LongAddress().IsMatch(bytes) ? "un indirizzo di posta elettronica"
        : null;

    private static bool IsText(Column? column) =>
        column is null or { Kind: ColumnKind.Text or ColumnKind.Choice or ColumnKind.OpaqueId };

    // In a column of document numbers, ten digits are the number of a document.
    private static bool HasPhone(ReadOnlySpan<char> cell, Column? column) =>
        International().IsMatch(cell)
        || Announced().IsMatch(cell)
        || (column is not { HoldsReferences: true } && Mobile().IsMatch(cell));

    private static int DigitsOf(ReadOnlySpan<char> cell)
    {
        int digits = 0;
        foreach (char c in cell)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    // Begins at the @, so that a long cell is gone through once.
    [GeneratedRegex(
        @"(?<=[A-Za-z0-9._%+-])@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<=[A-Za-z0-9._%+-]{3})@[A-Za-z0-9-]{3,63}(\.[A-Za-z0-9-]{2,63})*\.[a-z]{2,24}(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LongAddress();

    [GeneratedRegex(
        @"\+39[ ./-]?[0-9]([ ./-]?[0-9]){7,10}(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex International();

    [GeneratedRegex(@"\b(tel|telefono|cell|cellulare)\b[.: ]{0,3}[03][0-9]{1,3}[ ./-]?[0-9]([ .-]?[0-9]){4,7}(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Announced();

    // Ten digits from 3, as mobile numbers are; not a part of a longer number, nor the number of a document.
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.,/_-]|\b(prot|protocollo|n|nr|num|numero|ft|fatt|fattura|det|doc|rif|id|matr|pratica)[.: °]{0,3})"
            + @"3[0-9]{2}[ ./-]?[0-9]{3}[ .-]?[0-9]{4}(?![0-9A-Za-z_]|[.,/-][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Mobile();
}
