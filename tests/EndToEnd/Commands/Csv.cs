using System.Globalization;
using System.Text;

namespace PianoZona.EndToEnd.Commands;

/// <summary>Files as senders write them.</summary>
internal static class Csv
{
    /// <summary>Social spending of a body in a year, one row an area.</summary>
    public static string Spending(string body, int year, params (string Area, string Amount)[] rows)
    {
        StringBuilder text = new("ente;anno;area;importo\r\n");
        foreach ((string area, string amount) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{body};{year};{area};{amount}\r\n");
        }

        return text.ToString();
    }

    /// <summary>Commitments on a fund year, one row an intervention.</summary>
    public static string Expenses(string body, string fund, int year, params (string Committed, string Paid)[] rows)
    {
        StringBuilder text = new("ente;fondo;annualita;intervento;impegnato;liquidato\r\n");
        for (int i = 0; i < rows.Length; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{body};{fund};{year};Intervento {i + 1};{rows[i].Committed};{rows[i].Paid}\r\n");
        }

        return text.ToString();
    }
}
