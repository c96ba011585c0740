namespace PianoZona.Web.Public;

/// <summary>What only those who run the hub can say of it; null = they have not said it yet.</summary>
/// <param name="OfficeContact">How anybody may reach the Ufficio di Piano.</param>
/// <param name="AccessibilityStatement">Address of the statement on the site of AgID.</param>
/// <param name="DataController">Who is the controller of the data, with its address.</param>
/// <param name="DataProtectionContact">How to reach the data protection officer.</param>
public sealed record PublicNotice(
    string? OfficeContact, string? AccessibilityStatement, string? DataController, string? DataProtectionContact);
