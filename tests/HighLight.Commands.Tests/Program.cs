using HighLight.Commands.Tests.Support;

// Started by the tests, never by the test runner: "host …" is a scripted notebook host, "pack …" a scripted dotnet,
// "tool …" the real tool with that host, as a process of its own that can be sent signals.
return args switch
{
    ["host", .. var rest] => await FakeHost.RunAsync(rest),
    ["pack", .. var rest] => FakePack.Run(rest),
    ["tool", .. var rest] => await FakeWorld.RunToolAsync(rest),
    _ => 99,
};
