using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PianoZona.LocalServices.Azurite;

/// <summary>
/// Three free ports of the loopback address, kept for an emulator that is about to start: who needs its address can
/// begin meanwhile.
/// </summary>
/// <remarks>
/// The ports are bound and nobody listens on them, which keeps the system from giving them to others; the emulator's
/// servers ask for addresses that may be shared in this way, as servers do on Linux. Elsewhere they are only picked.
/// </remarks>
public sealed class AzuritePorts : IDisposable
{
    private readonly Socket[] held;

    private AzuritePorts(Socket[] held, int[] numbers) => (this.held, Numbers) = (held, numbers);

    /// <summary>Of the blob, queue and table services.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>For the clients of Azure.Storage.Blobs, Azure.Storage.Queues and Azure.Data.Tables.</summary>
    public string ConnectionString => AzuriteServer.ConnectionTo(
        [.. Numbers.Select(port => new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")))]);

    /// <summary>Finds and keeps them.</summary>
    public static AzuritePorts Keep()
    {
        Socket[] sockets = [.. Enumerable.Range(0, 3).Select(_ => Bind())];
        int[] numbers = [.. sockets.Select(socket => ((IPEndPoint)socket.LocalEndPoint!).Port)];
        if (!OperatingSystem.IsLinux())
        {
            Array.ForEach(sockets, socket => socket.Dispose());
        }

        return new AzuritePorts(sockets, numbers);
    }

    /// <summary>Lets go of them.</summary>
    public void Dispose() => Array.ForEach(held, socket => socket.Dispose());

    private static Socket Bind()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
