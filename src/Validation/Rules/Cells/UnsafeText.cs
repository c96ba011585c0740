namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3016: characters that cannot be seen, or a text that a spreadsheet would run as a formula.</summary>
internal static class UnsafeText
{
    public const string Code = "PZ3016";

    public static Breach? Check(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && text[0] is '=' or '+' or '@')
        {
            return new Breach(
                Code, ("motivo", "inizia con un segno (=, + o @) che un foglio di calcolo eseguirebbe come formula"));
        }

        foreach (char c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            {
                return new Breach(Code, ("motivo", "contiene un carattere di controllo, che non si vede"));
            }
        }

        return null;
    }
}
