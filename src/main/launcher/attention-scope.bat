@echo off
rem Starts Attention Scope from any folder, with a Java from 25 up that it looks for itself.
setlocal
set "HOME_FOLDER=%~dp0.."

rem lib\ holds the libraries of JavaFX for one system only.
if not exist "%HOME_FOLDER%\lib\javafx-graphics-*-win.jar" (
  echo attention-scope: this copy was built for another system than Windows; build it here with mvnw.cmd -DskipTests package. 1>&2
  exit /b 1
)

call "%HOME_FOLDER%\lib\find-java.bat" 25 java.exe
if not defined JAVA_FOUND (
  echo attention-scope: no Java from 25 up was found; install one from https://adoptium.net, or let JAVA_HOME name it. 1>&2
  exit /b 1
)

rem Options that are meant for other programs; Java would print them.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%JAVA_FOUND%\bin\java.exe" "@%HOME_FOLDER%\lib\java.options" "-Dattentionscope.home=%HOME_FOLDER%" -cp "%HOME_FOLDER%\lib\*" attentionscope.cli.Main %*
exit /b %ERRORLEVEL%
