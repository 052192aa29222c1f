@echo off
rem Runs Maven on a JDK from 25 up: the machine's Maven from 3.8 up, else the one that
rem .mvn\wrapper\maven-wrapper.properties names, which is fetched once and checked.
rem Without a goal it compiles and starts the program.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

call "%HERE%\src\main\launcher\find-java.bat" 25 javac.exe
if not defined JAVA_FOUND (
  echo mvnw: no JDK from 25 up was found; install one from https://adoptium.net, or let JAVA_HOME name it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%JAVA_FOUND%"
rem Maven's own libraries use what new JDKs warn of.
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"

set "MVN="
for /f "tokens=3,4 delims=. " %%a in ('mvn -v 2^>nul ^| findstr /c:"Apache Maven"') do (
  if %%a GEQ 4 set "MVN=mvn"
  if %%a EQU 3 if %%b GEQ 8 set "MVN=mvn"
)
if not defined MVN call :fetch
if not defined MVN exit /b 1

rem The program leaves its exit code here, because Maven would add ten lines of its own to a failure.
set "EXIT_FILE=%HERE%\target\exit"
if exist "%EXIT_FILE%" del "%EXIT_FILE%"
call "%MVN%" -f "%HERE%\pom.xml" "-Dexit.file=%EXIT_FILE%" %*
set "CODE=%ERRORLEVEL%"
if %CODE% EQU 0 if exist "%EXIT_FILE%" set /p CODE=<"%EXIT_FILE%"
exit /b %CODE%

:fetch
for /f "usebackq tokens=1,* delims==" %%a in ("%HERE%\.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "URL=%%b"
  if "%%a"=="distributionSha512Sum" set "SHA512=%%b"
)
for %%u in ("%URL:/=" "%") do set "NAME=%%~u"
set "NAME=%NAME:-bin.tar.gz=%"
set "DISTS=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
if exist "%DISTS%\%NAME%\bin\mvn.cmd" goto :fetched
if not exist "%DISTS%" mkdir "%DISTS%"
set "ARCHIVE=%DISTS%\%NAME%-%RANDOM%.tar.gz"
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; Invoke-WebRequest -UseBasicParsing -Uri $env:URL -OutFile $env:ARCHIVE" >nul 2>&1
if errorlevel 1 (
  echo mvnw: Maven could not be fetched from %URL%; install Maven 3.8 or newer from https://maven.apache.org. 1>&2
  exit /b 1
)
powershell -NoProfile -Command "if ((Get-FileHash -Algorithm SHA512 $env:ARCHIVE).Hash -ne $env:SHA512) { exit 1 }"
if errorlevel 1 (
  del "%ARCHIVE%"
  echo mvnw: what came from %URL% is not the Maven that .mvn\wrapper\maven-wrapper.properties names ^(its SHA-512 differs^). 1>&2
  exit /b 1
)
tar -xzf "%ARCHIVE%" -C "%DISTS%"
if errorlevel 1 (
  echo mvnw: Maven could not be unpacked into %DISTS%. 1>&2
  exit /b 1
)
del "%ARCHIVE%"
:fetched
set "MVN=%DISTS%\%NAME%\bin\mvn.cmd"
exit /b 0
