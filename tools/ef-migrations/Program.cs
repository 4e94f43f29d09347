// Never run: `dotnet ef` looks at the assemblies that this program references.
Console.WriteLine("Run tools/ef-migrations/write.sh instead.");
