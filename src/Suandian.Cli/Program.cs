using Suandian.Cli;

return await CommandLine.Run(args);
