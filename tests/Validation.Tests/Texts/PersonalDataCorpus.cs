using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>
/// Texts that name a person, and texts that only look like it: made by rule, so that there are as many as one likes.
/// </summary>
internal static class PersonalDataCorpus
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Hexadecimal = "0123456789ABCDEF";

    // Digits and the letters that stand for them when two persons would have the same code (D.M. 12 marzo 1974).
    private const string Replacements = "LMNPQRSTUV";

    // The order in which letters are worth 0 to 25 at the odd places.
    private const string OddOrder = "BAKPLCQDREVOSFTGUHMINJWZYX";

    private static readonly int[] DigitPlaces = [6, 7, 9, 10, 12, 13, 14];

    /// <summary>Codici fiscali with the right check character, with none to all seven digits replaced.</summary>
    public static Gen<string> TaxCodes => CodesWith(Gen.Choose(0, 127));

    private static Gen<string> CodesWith(Gen<int> replacedDigits) =>
        from name in Text(Letters, 6)
        from year in Text("0123456789", 2)
        from month in Gen.Elements("ABCDEHLMPRST".ToCharArray())
        from day in Gen.Elements(Enumerable.Range(1, 31).Concat(Enumerable.Range(41, 31)).ToArray())
        from place in Gen.Elements(Letters.ToCharArray())
        from number in Text("0123456789", 3)
        from replaced in replacedDigits
        select Checked(
            Omocode(
                string.Create(CultureInfo.InvariantCulture, $"{name}{year}{month}{day:D2}{place}{number}"), replaced));

    // No digit replaced: what is told within other words.
    private static Gen<string> PlainTaxCodes =>
        CodesWith(Gen.Constant(0)).Where(code => !code.All(char.IsAsciiHexDigit));

    /// <summary>Ways in which people write a codice fiscale.</summary>
    public static Gen<string> WrittenTaxCodes =>
        from code in TaxCodes
        from form in Gen.Elements<Func<string, string>>(
            text => text,
            text => text.ToLowerInvariant(),
            text => $"Rossi, c.f. {text}",
            text => $"({text})",
            text => $"C.F.:{text};",
            text => $"{text[..6]} {text[6..11]} {text[11..]}",
            text => $"{text[..3]} {text[3..6]} {text[6..11]} {text[11..]}")
        select form(code);

    /// <summary>
    /// Ways in which a codice fiscale of digits is hidden, by a program or by hand: within what is not it, in groups
    /// within a text, with what nobody sees in it, in letters that only look like letters.
    /// </summary>
    public static Gen<string> HiddenTaxCodes =>
        from code in PlainTaxCodes
        from at in Gen.Choose(1, 15)
        from unseen in Gen.Elements('\u200B', '\u00AD', '\uFEFF', '\u2060', '\u200D', '\u0001')
        from form in Gen.Elements<Func<string, string>>(
            text => text.Insert(at, unseen.ToString()),
            text => $"Rossi {string.Join(unseen, text.ToCharArray())} via Po",
            text => string.Concat(text.Select(letter => (char)(letter - '!' + '\uFF01'))),
            text => string.Concat(text.Select(InMathematics)),
            text => $"Rossi {text[..3]} {text[3..6]} {text[6..11]} {text[11..]}",
            text => $"a {text[..6]}-{text[6..11]}-{text[11..]} del 2021",
            text => $"utente {text[..3]}.{text[3..6]}.{text[6..8]}{text[8..11]}.{text[11..15]}.{text[15..]}, via Po",
            text => $"CF{text}",
            text => $"{text.ToLowerInvariant()}rossi",
            text => $"x_{text}_y",
            text => $"0{text}1")
        select form(code);

    /// <summary>E-mail addresses, alone or in a text.</summary>
    public static Gen<string> Addresses =>
        from name in Gen.Elements("mario.rossi", "m-r", "ufficio_1", "a.b+c", "LUCIA.BIANCHI", "x")
        from host in Gen.Elements(
            "example.it", "pec.example.com", "posta.comune.example.it", "EXAMPLE.ORG", "a-b.example.eu")
        from form in Gen.Elements<Func<string, string>>(
            text => text, text => $"scrivere a {text}.", text => $"<{text}>", text => $"mail:{text}")
        select form($"{name}@{host}");

    /// <summary>Phone numbers as people write them.</summary>
    public static Gen<string> Phones =>
        Gen.OneOf(
            from mobile in Mobiles
            from form in Gen.Elements<Func<string, string>>(
                text => text,
                text => $"{text[..3]} {text[3..]}",
                text => $"{text[..3]}-{text[3..]}",
                text => $"{text[..3]}/{text[3..]}",
                text => $"{text[..3]} {text[3..6]} {text[6..]}",
                text => $"+39 {text}",
                text => $"+39{text}",
                text => $"chiamare {text[..3]} {text[3..]} la sera")
            select form(mobile),
            from area in Gen.Elements("0375", "0372", "0376", "02", "0382")
            from number in Text("0123456789", 6)
            from form in Gen.Elements("tel. {0} {1}", "Tel {0}{1}", "telefono: {0}-{1}", "+39 {0} {1}", "cell. {0}/{1}")
            select string.Format(CultureInfo.InvariantCulture, form, area, number));

    /// <summary>Codes, numbers, days and acts of an office: no persons.</summary>
    public static Gen<string> Harmless => Gen.OneOf(
        Protocols, BankAccounts, Projects, Tenders, VatNumbers, Days, Amounts, Acts, Hashes,
        from code in TaxCodes
        from shift in Gen.Choose(1, 25)
        from form in Gen.Elements("{0}", "CF{0}", "a {1} {2} {3} b")
        let wrong = code[..15] + Letters[(code[15] - 'A' + shift) % 26]
        select string.Format(CultureInfo.InvariantCulture, form, wrong, wrong[..6], wrong[6..11], wrong[11..]));

    private static Gen<string> Mobiles =>
        from prefix in Gen.Elements("320", "328", "333", "338", "347", "349", "351", "366", "370", "380", "391")
        from number in Text("0123456789", 7)
        select prefix + number;

    private static Gen<string> Protocols =>
        from number in Gen.Choose(1, 99_999)
        from year in Years
        from mobile in Mobiles
        from form in Gen.Elements(
            "prot. n. {0:D7}/{1}",
            "{1}/{0:D7}",
            "{0}/{1}",
            "Prot. {0} del 15/03/{1}",
            "PG/{1}/{0:D6}",
            "rif. {2}",
            "prot. {2}",
            "n. {2}",
            "pratica {2}",
            "matr. {2}",
            "fattura n. {2}")
        select string.Format(CultureInfo.InvariantCulture, form, number, year, mobile);

    private static Gen<string> BankAccounts =>
        from check in Gen.Choose(10, 99)
        from cin in Gen.Elements(Letters.ToCharArray())
        from number in Text("0123456789", 22)
        from spaced in Gen.Elements(true, false)
        let code = string.Create(CultureInfo.InvariantCulture, $"IT{check}{cin}{number}")
        select spaced ? string.Join(' ', code.Chunk(4).Select(part => new string(part))) : code;

    private static Gen<string> Projects =>
        from first in Gen.Elements(Letters.ToCharArray())
        from two in Text("0123456789", 2)
        from third in Gen.Elements(Letters.ToCharArray())
        from rest in Text("0123456789", 11)
        select $"CUP {first}{two}{third}{rest}";

    private static Gen<string> Tenders =>
        from first in Gen.Elements("8", "Z", "B", "A", "Y")
        from rest in Text(Hexadecimal, 9)
        from form in Gen.Elements("{0}", "CIG {0}", "CIG: {0}; lotto 2")
        select string.Format(
            CultureInfo.InvariantCulture, form, (first == "8" ? "8745961" : first + rest[..6]) + rest[6..]);

    private static Gen<string> VatNumbers =>
        from number in Text("0123456789", 11)
        from form in Gen.Elements("{0}", "P.IVA {0}", "IT{0}", "C.F. e P.IVA {0}")
        select string.Format(CultureInfo.InvariantCulture, form, number);

    private static Gen<string> Hashes =>
        from digits in Text(Hexadecimal, 64)
        from form in Gen.Elements<Func<string, string>>(
            text => text,
            text => text.ToLowerInvariant(),
            text => Guid.ParseExact(text[..32], "N").ToString("B"),
            text => Convert.ToBase64String(Convert.FromHexString(text)),
            text => $"Citt\u00E0 \u2013 {text[..12]}\u00A0\u20AC")
        select form(digits);

    private static Gen<string> Days =>
        from day in Gen.Choose(1, 28)
        from month in Gen.Choose(1, 12)
        from year in Years
        from form in Gen.Elements(
            "{0:D2}/{1:D2}/{2}",
            "{2}-{1:D2}-{0:D2}",
            "dal {0:D2}.{1:D2}.{2}",
            "{2}{1:D2}{0:D2}",
            "{0:D2}-{1:D2}-{2} ore 10:30")
        select string.Format(CultureInfo.InvariantCulture, form, day, month, year);

    private static Gen<string> Amounts =>
        from cents in Gen.Choose(0, int.MaxValue)
        from form in Gen.Elements("{0:N2}", "€ {0:N2}", "{0:N2} €", "saldo di euro {0:N2}", "{0:F2}")
        select string.Format(CultureInfo.GetCultureInfo("it-IT"), form, cents / 100m);

    private static Gen<string> Acts =>
        from number in Gen.Choose(1, 9999)
        from year in Years
        from form in Gen.Elements(
            "Det. {0}/{1}",
            "DGR XI/{0} del 19/04/{1}",
            "Delibera n. {0} del {1}",
            "D.G.C. {0}-{1}",
            "FT {1}/{0:D5}",
            "FPA {0}/{1}",
            "Decreto {0} @ {1}",
            "L. 328/2000 art. {0}",
            "lotto {0} su {1}")
        select string.Format(CultureInfo.InvariantCulture, form, number, year);

    private static Gen<int> Years => Gen.Choose(2015, 2027);

    private static Gen<string> Text(string alphabet, int length) =>
        Gen.Elements(alphabet.ToCharArray()).ArrayOf(length).Select(letters => new string(letters));

    private static string InMathematics(char letter) => char.ConvertFromUtf32(
        char.IsAsciiDigit(letter) ? letter - '0' + 0x1D7CE : letter - 'A' + 0x1D400);

    private static string Omocode(string code, int replaced)
    {
        char[] letters = code.ToCharArray();
        for (int i = 0; i < DigitPlaces.Length; i++)
        {
            if ((replaced & (1 << i)) != 0)
            {
                letters[DigitPlaces[i]] = Replacements[letters[DigitPlaces[i]] - '0'];
            }
        }

        return new string(letters);
    }

    private static string Checked(string code)
    {
        int sum = 0;
        for (int i = 0; i < code.Length; i++)
        {
            char letter = char.IsAsciiDigit(code[i]) ? (char)('A' + (code[i] - '0')) : code[i];
            sum += i % 2 == 0 ? OddOrder.IndexOf(letter, StringComparison.Ordinal) : letter - 'A';
        }

        return code + Letters[sum % 26];
    }
}
