using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Retries, policies, transport and diagnostics of the table clients.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for one version of the service.</summary>
    /// <param name="serviceVersion">That version.</param>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => VersionString = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, message: null),
    };

    /// <summary>Versions of the Table service's protocol.</summary>
    public enum ServiceVersion
    {
        /// <summary>2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>2020-12-06, the first that takes Microsoft Entra tokens.</summary>
        V2020_12_06 = 2,
    }

    internal string VersionString { get; }
}
