namespace PianoZona.Contracts.Reconciliation;

/// <summary>Residents of a Comune in a year, as an accepted file of flow <c>popolazione</c> tells them.</summary>
/// <param name="Comune">ISTAT code in force of the Comune.</param>
/// <param name="Year">The year, at its 1 January.</param>
/// <param name="Residents">How many.</param>
/// <param name="Receipt">Number of the upload's receipt.</param>
/// <param name="Row">Its row (header = 1).</param>
public sealed record ReceivedPopulation(string Comune, int Year, int Residents, string Receipt, int Row);
