using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// All parts of a workbook with text in them but those that are read as tables: filters and labels of tables, data that
/// pivot tables keep, cells of other files, connections, charts, authors, properties, what programs add.
/// </summary>
/// <param name="package">The workbook.</param>
/// <param name="tables">The parts that are read as tables.</param>
internal sealed class OtherParts(WorkbookPackage package, IReadOnlySet<string> tables)
{
    private const string Unseen = "in una parte del file che non si vede";

    // The first that a path begins with; of the parts of a workbook (ECMA-376, part 1, 12.3) as programs name them.
    private static readonly (string Start, string Where)[] Places =
    [
        ("docProps/", "nelle proprietà del documento"),
        ("customXml/", "fra i dati che un programma ha aggiunto al file"),
        ("xl/workbook.", "nelle impostazioni della cartella di lavoro"),
        ("xl/comments", "in un commento, o nel suo autore"),
        ("xl/threadedComments/", "in un commento, o nel suo autore"),
        ("xl/persons/", "fra gli autori dei commenti"),
        ("xl/pivot", "fra i dati che una tabella pivot conserva"),
        ("xl/slicer", "in un filtro"),
        ("xl/timeline", "in un filtro"),
        ("xl/externalLinks/", "fra i valori copiati da un altro file"),
        ("xl/connections", "in una connessione a dati esterni"),
        ("xl/queryTables/", "in una connessione a dati esterni"),
        ("xl/charts/", "in un grafico"),
        ("xl/chartsheets/", "in un grafico"),
        ("xl/tables/", "in una tabella (nomi, etichette, filtri)"),
        ("xl/drawings/", "in una casella di testo o in un disegno"),
        ("xl/ctrlProps/", "in un controllo (pulsante, casella, elenco)"),
        ("xl/activeX/", "in un controllo (pulsante, casella, elenco)"),
    ];

    /// <summary>The texts in which somebody is recognised, with where they are.</summary>
    public IEnumerable<OutsideText> Texts()
    {
        NoticedTexts names = new();
        names.Notice(package.Comment);
        foreach (string path in package.Paths)
        {
            names.Notice(path);
            if (!tables.Contains(path) && RawPieces.IsText(path))
            {
                foreach (string text in PartTexts.Of(package, path))
                {
                    yield return At(text, PlaceOf(path));
                }
            }
        }

        foreach (string name in names.Texts)
        {
            yield return At(name, "nel nome di una parte del file");
        }
    }

    private static OutsideText At(string text, string where) => new(1, 0, text) { Where = where };

    private static string PlaceOf(string path) =>
        path.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? "in un collegamento"
        : Array.Find(Places, place => path.StartsWith(place.Start, StringComparison.OrdinalIgnoreCase)).Where ?? Unseen;
}
