using System.Globalization;
using Invitations.TrimmedProgram;

// Published trimmed and run by test.sh: exits with 1 when anything differs from what an untrimmed host sees.
CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

var expect = new Expectations();
await Flow.RunAsync(expect, CancellationToken.None);
return expect.Report();
