using System.Reflection;
using Azure.Data.Tables.Models;

namespace PianoZona.Shims.DataTables.Tests;

public sealed class TableErrorCodeTests
{
    [Fact]
    public void Properties_EachOne_IsTheCodeOfItsName()
    {
        PropertyInfo[] codes = [.. typeof(TableErrorCode).GetProperties(BindingFlags.Static | BindingFlags.Public)];

        Assert.Equal(48, codes.Length);
        Assert.All(codes, c => Assert.Equal(c.Name, c.GetValue(null)!.ToString()));
    }

    [Fact]
    public void Equality_LetterCase_DoesNotCount()
    {
        Assert.True(TableErrorCode.TableNotFound == "tablenotfound");
        Assert.True(TableErrorCode.TableNotFound != "TableNotFoun");
        Assert.Equal(TableErrorCode.TableNotFound.GetHashCode(), new TableErrorCode("TABLENOTFOUND").GetHashCode());
    }
}
