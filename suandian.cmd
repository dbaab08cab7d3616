@echo off
rem Builds the program in Release (a build without changes takes a few seconds) and runs it with all arguments.
setlocal
set "root=%~dp0"
set "dll=%root%artifacts\bin\Suandian.Cli\release\Suandian.Cli.dll"
set "log=%TEMP%\suandian-build-%RANDOM%.log"
pushd "%root%"
dotnet build src\Suandian.Cli -c Release --nologo -v quiet >"%log%" 2>&1
if errorlevel 1 (
  type "%log%" 1>&2
  del "%log%"
  popd
  exit /b 4
)
del "%log%"
popd
dotnet "%dll%" %*
exit /b %errorlevel%
