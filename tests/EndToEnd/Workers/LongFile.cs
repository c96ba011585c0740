using System.Globalization;
using System.Text;

namespace PianoZona.EndToEnd.Workers;

/// <summary>
/// Services of a provider in a month, of one euro each: so many that a host can stop while they are taken in.
/// </summary>
internal static class LongFile
{
    public const int Rows = 400_000;

    public const string Flow = "prestazioni";

    public static BinaryData Of(string period)
    {
        using MemoryStream file = new(64 * Rows);
        using (StreamWriter text = new(file, new UTF8Encoding(false), leaveOpen: true))
        {
            text.Write("ente_gestore;codice_istat;servizio;fondo;annualita;periodo;id_utente;");
            text.Write("quantita;unita;tariffa;importo;quota_fondo\n");
            for (int row = 1; row <= Rows; row++)
            {
                text.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"ente-coop;018030;SAD;FNA;2025;{period};U{row};1;ORE;1,00;1,00;1,00\n"));
            }
        }

        return BinaryData.FromBytes(new ReadOnlyMemory<byte>(file.GetBuffer(), 0, (int)file.Length));
    }
}
