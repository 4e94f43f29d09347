using BenchmarkDotNet.Running;
using Invitations.Benchmarks;
using Invitations.Benchmarks.Memory;

if (args is ["memory", ..])
    return await MemoryProbe.RunAsync();

BenchmarkSwitcher.FromAssembly(typeof(QuickRuns).Assembly).Run(args, new QuickRuns());
return 0;
