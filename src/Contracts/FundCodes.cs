namespace PianoZona.Contracts;

/// <summary>Codes of the funds that rules, exports and flows name by themselves.</summary>
public static class FundCodes
{
    /// <summary>Fondo Nazionale Politiche Sociali.</summary>
    public const string Fnps = "FNPS";

    /// <summary>Fondo Non Autosufficienza.</summary>
    public const string Fna = "FNA";

    /// <summary>Fondo Sociale Regionale.</summary>
    public const string Fsr = "FSR";

    /// <summary>The Comuni's own money, which is granted by no act.</summary>
    public const string Comuni = "COM";
}
