using System.ComponentModel.DataAnnotations;
using PianoZona.Web.Public;

namespace PianoZona.Functions.Hosting;

/// <summary>
/// What those who run the hub say on its public pages (section <c>PianoZona:Avvisi</c>). An empty text is absent.
/// </summary>
public sealed class PublicNoticeOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "PianoZona:Avvisi";

    /// <summary>How anybody may reach the Ufficio di Piano: an address, a telephone number.</summary>
    public string? OfficeContact { get; set; }

    /// <summary>Address of the accessibility statement on the site of AgID.</summary>
    [Url]
    public string? AccessibilityStatement
    {
        get;
        set => field = Given(value);
    }

    /// <summary>The controller of the data, with its address.</summary>
    public string? DataController { get; set; }

    /// <summary>How to reach the data protection officer.</summary>
    public string? DataProtectionContact { get; set; }

    /// <summary>As pages show it.</summary>
    public PublicNotice ToNotice() => new(
        Given(OfficeContact), Given(AccessibilityStatement), Given(DataController), Given(DataProtectionContact));

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
