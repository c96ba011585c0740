using Microsoft.Extensions.Hosting;
using PianoZona.Functions.Hosting;

await HubHost.Create(args).Build().RunAsync();
