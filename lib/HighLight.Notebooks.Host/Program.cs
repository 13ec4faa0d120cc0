using HighLight.Notebooks.Host;

return await HostProgram.RunAsync(args);
