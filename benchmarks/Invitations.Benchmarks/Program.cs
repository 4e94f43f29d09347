using System.Globalization;
using BenchmarkDotNet.Running;
using Invitations.Benchmarks;
using Invitations.Benchmarks.Dispatching;
using Invitations.Benchmarks.Excel;
using Invitations.Benchmarks.Memory;
using Invitations.Benchmarks.Messages;
using Invitations.Benchmarks.Spreadsheets;
using Invitations.Benchmarks.Stores;
using Invitations.Benchmarks.Stores.Contests;

if (args is ["memory", ..])
    return await MemoryProbe.RunAsync();
if (args is ["messages", .. var options])
    return await MessageBenchmarks.RunAsync(options);
if (args is ["stores", .. var parts])
    return await StoreBenchmarks.RunAsync(parts);
if (args is ["batches", .. var quick])
    return await StoreBenchmarks.RunAsync(["batches", .. quick]);
if (args is ["excel", .. var excelOptions])
    return await ExcelBenchmarks.RunAsync(excelOptions);
if (args is [ExcelBenchmarks.Command, var workbook])
    return await ExcelBenchmarks.ParseAsync(workbook);
if (args is [BatchContest.Command, var stagingDatabase, var stagedRows])
    return await BatchContest.RunAsync(stagingDatabase, int.Parse(stagedRows, CultureInfo.InvariantCulture));
if (args is [WritingFigures.Command])
    return await WritingFigures.RunAsync();
if (args is ["dispatch", .. var dispatching])
    return await DispatchBenchmarks.RunAsync(dispatching);
if (args is [DispatchNode.Command, var nodeDatabase, var key])
    return await DispatchNode.RunAsync(nodeDatabase, key);
if (args is [StreamImport.Command, var connectionString, var rows])
    return await StreamImport.RunAsync(connectionString, int.Parse(rows, CultureInfo.InvariantCulture));

BenchmarkSwitcher.FromAssembly(typeof(QuickRuns).Assembly).Run(args, new QuickRuns());
return 0;
