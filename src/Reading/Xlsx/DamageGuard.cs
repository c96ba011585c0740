using System.Text;
using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Puts the exceptions by which .NET tells that an archive, its XML or its texts are damaged in words for the sender.
/// </summary>
internal static class DamageGuard
{
    /// <summary>Reads something of a workbook.</summary>
    /// <exception cref="WorkbookFaultException">It cannot be read.</exception>
    public static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException)
        {
            throw WorkbookFaultException.Damaged("l'archivio");
        }
        catch (XmlException)
        {
            throw WorkbookFaultException.Damaged("l'archivio");
        }
        catch (EndOfStreamException)
        {
            throw WorkbookFaultException.Damaged("l'archivio");
        }
        catch (DecoderFallbackException)
        {
            throw WorkbookFaultException.Damaged("l'archivio");
        }
    }
}
