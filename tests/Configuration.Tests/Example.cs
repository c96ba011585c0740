using Newtonsoft.Json.Linq;

namespace PianoZona.Configuration.Tests;

/// <summary>A valid ambito.json with everything in it, and ways to spoil it.</summary>
internal static class Example
{
    public const string Json = """
        {
          "code": "oglio-po", "name": "Ambito distrettuale Oglio Po", "region": "Lombardia",
          "senders": [
            { "code": "019021", "kind": "comune", "name": "Casalmaggiore", "aliases": [], "groups": ["casalasco"], "patronSaint": "08-11",
              "formerCodes": [ { "code": "019200", "to": "2015-12-31", "name": "Casalbello" } ],
              "contacts": ["servizi.sociali@comune.casalmaggiore.example"], "population": { "2021": 15127 } },
            { "code": "ente-concass", "kind": "agency", "name": "Consorzio Casalasco Servizi Sociali", "uploadsFor": ["casalasco"],
              "contacts": ["flussi@concass.example"] },
            { "code": "ente-coop-uno", "kind": "provider", "name": "Cooperativa Uno", "from": "2020-01-01", "contacts": ["info@coop-uno.example"] },
            { "code": "ente-udp", "kind": "planOffice", "name": "Ufficio di Piano", "uploadsFor": ["*"], "contacts": ["udp@oglio-po.example"] }
          ],
          "groups": [ { "code": "casalasco", "name": "Sub-ambito casalasco", "from": "2020-01-01", "body": "ente-concass" } ],
          "leadAgencies": [ { "programme": "piano", "sender": "ente-udp" } ],
          "funds": [ { "code": "FNPS", "name": "Fondo Nazionale Politiche Sociali", "level": "STATO", "aliases": [],
              "rules": { "minAreaShare": [ { "area": "MINORI-FAMIGLIA", "share": "0.50" } ], "spendingRate": { "threshold": "0.75", "yearsBefore": 2 } } },
            { "code": "QSFP", "name": "Quota servizi", "level": "STATO", "years": { "from": 2018, "to": 2030, "source": "D.Lgs. 147/2017" },
              "rules": [ { "to": 2020, "source": "Linee guida", "interventions": ["Sostegni"] },
                { "from": 2021, "interventions": ["Sostegni", "P.I.P.P.I."] } ] } ],
          "quotas": [ { "year": 2015, "perInhabitant": "6.57", "populationYear": 2014, "notDelegated": [] },
            { "year": 2015, "perInhabitant": "6.57", "populationYear": 2014, "group": "casalasco", "chargedTo": "body", "components": [ { "service": "Tutela minori", "perInhabitant": "1.57", "notDelegated": ["019021"] },
                { "service": "Il resto", "perInhabitant": "5" } ] } ],
          "flows": [ { "flow": "spesa-sociale", "senders": "comune", "tolerance": "0.00", "yearOnYearAlert": "0.30", "group": "casalasco" } ],
          "deadlines": [
            { "id": "spesa-sociale", "flow": "spesa-sociale", "due": { "yearly": "06-30", "yearOffset": 1 }, "from": 2021, "audience": "comune", "group": "casalasco",
              "offsets": [-30, -15, -7, -1, 1, 7], "rollForward": true, "soft": false }
          ]
        }
        """;

    /// <summary>The least that is valid.</summary>
    public const string Least =
        """{ "code": "pavia", "name": "Ambito di Pavia", "senders": [ { "code": "018110", "kind": "comune", "name": "Pavia" } ] }""";

    /// <summary>
    /// The example with one value changed; <c>-</c> takes it away. A path whose last part does not exist adds it.
    /// </summary>
    public static string With(string path, string value)
    {
        JObject root = JObject.Parse(Json);
        JToken? old = root.SelectToken(path);
        if (old is null)
        {
            int dot = path.LastIndexOf('.');
            ((JObject)(dot < 0 ? root : root.SelectToken(path[..dot])!))[path[(dot + 1)..]] = JToken.Parse(value);
        }
        else if (value is "-")
        {
            (old.Parent is JProperty property ? property : old).Remove();
        }
        else
        {
            old.Replace(JToken.Parse(value));
        }

        return root.ToString();
    }
}
