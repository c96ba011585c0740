using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Flows;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests;

/// <summary>The published schema of the configuration knows the flows of the program.</summary>
public sealed class AmbitoSchemaTests
{
    private const string Schema = "src/Configuration/ambito.schema.json";

    [Fact]
    public void Flows_OfTheSchema_AreThoseOfTheCatalogue()
    {
        JObject schema = JObject.Parse(ApprovedDocument.Read(Schema));
        schema.SelectToken("definitions.flow.enum")!.Replace(new JArray(FlowCatalogue.All.Select(flow => flow.Code)));

        ApprovedDocument.CheckWhole(Schema, schema.ToString().ReplaceLineEndings("\n") + "\n");
    }
}
