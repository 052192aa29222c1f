@echo off
rem Finds Java; called by mvnw.cmd and by bin\attention-scope.bat, not run by itself.
rem
rem find-java.bat 25 javac.exe   sets JAVA_FOUND to the folder of the first JDK from 25 up, or to nothing
rem find-java.bat 25 java.exe    the same, where no compiler is needed

set "JAVA_FOUND="
call :look "%JAVA_HOME%" %1 %2
for /f "delims=" %%j in ('where %2 2^>nul') do call :look "%%~dpj.." %1 %2
for /d %%j in (
  "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\.sdkman\candidates\java\*"
  "%USERPROFILE%\scoop\apps\*jdk*\current"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
  "%ProgramFiles%\Eclipse Adoptium\*"
  "%ProgramFiles%\Java\*"
  "%ProgramFiles%\Microsoft\jdk*"
  "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*"
  "%ProgramFiles%\BellSoft\*"
  "%ProgramFiles%\OpenJDK\*"
) do call :look "%%~j" %1 %2
exit /b 0

:look
if defined JAVA_FOUND exit /b 0
if not exist "%~1\bin\%3" exit /b 0
if not exist "%~1\release" exit /b 0
rem The line JAVA_VERSION="25.0.3" is split at the equals sign, the quotes and the dots.
for /f tokens^=2^ delims^=^=^" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.-+" %%n in ("%%v") do if %%n GEQ %2 set "JAVA_FOUND=%~1"
)
exit /b 0
