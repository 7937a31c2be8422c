@echo off
rem Starts Unbraid from its source tree: finds a JDK 25, builds when there is no build, hands over.
rem Without arguments, or with files and folders to open, that is the window; with a command it stays in the terminal.
rem UNBRAID_JAVA_OPTS passes extra options to the Java machine. After a change of the sources, delete engine\target.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "ENGINE=%HOME_DIR%engine\target"
set "UI=%HOME_DIR%ui-resources\target"
set "APP=%HOME_DIR%app\target"
set "JDK="
call :try "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\BellSoft\*25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~D"
if not defined JDK (
    echo unbraid: no JDK 25 was found; install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 1
)
if not exist "%ENGINE%\unbraid-engine.jar" call :build || exit /b 1
if not exist "%ENGINE%\natives" call :build || exit /b 1
if not exist "%APP%\lib" call :build || exit /b 1

rem A file that is called like a command is reached as .\NAME.
if "%~1"=="" goto window
for %%C in (separate models devices bench inspect score demo cache help) do if /i "%~1"=="%%C" goto terminal
if exist "%~1" goto window

:terminal

"%JDK%\bin\java" -Xmx160m -XX:MaxDirectMemorySize=64m -XX:+UseSerialGC -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=30000 -Xshare:auto -Xlog:disable ^
 "-XX:ErrorFile=%TEMP%\unbraid-crash-%%p.log" ^
 --enable-native-access=dev.unbraid.engine,ai.djl.pytorch_engine,com.sun.jna,org.bytedeco.ffmpeg,org.bytedeco.javacpp ^
 -p "%ENGINE%\unbraid-engine.jar;%ENGINE%\lib" -cp "%ENGINE%\natives\*" %UNBRAID_JAVA_OPTS% ^
 -m dev.unbraid.engine/dev.unbraid.cli.Main %*
exit /b %ERRORLEVEL%

:window
if not exist "%HOME_DIR%target\launcher" mkdir "%HOME_DIR%target\launcher" 2>nul
"%JDK%\bin\java" -Xmx512m -XX:+UseG1GC -XX:G1PeriodicGCInterval=30000 -XX:MaxDirectMemorySize=64m -Xshare:auto -Xlog:disable ^
 "-XX:ErrorFile=%TEMP%\unbraid-crash-%%p.log" ^
 -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\launcher\window.jsa" ^
 --enable-native-access=dev.unbraid.engine,ai.djl.pytorch_engine,com.sun.jna,org.bytedeco.ffmpeg,org.bytedeco.javacpp,javafx.graphics ^
 -p "%ENGINE%\unbraid-engine.jar;%ENGINE%\lib;%UI%\unbraid-ui-resources.jar;%APP%\unbraid-app.jar;%APP%\lib" ^
 -cp "%ENGINE%\natives\*" %UNBRAID_JAVA_OPTS% ^
 -m dev.unbraid.app/dev.unbraid.app.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && set "JDK=%~1"
exit /b 0

:build
where mvn >nul 2>&1 || (
    echo unbraid: Maven ^(mvn^) is needed to build Unbraid and is not on the PATH; install it, then start again. 1>&2
    exit /b 1
)
echo Building Unbraid (first start only) ... 1>&2
if not exist "%HOME_DIR%target\launcher" mkdir "%HOME_DIR%target\launcher"
pushd "%HOME_DIR%"
set "JAVA25_HOME=%JDK%"
if not defined JAVA_HOME set "JAVA_HOME=%JDK%"
call mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true -Dspotless.check.skip package -pl engine,ui-resources,app > "%HOME_DIR%target\launcher\build.log" 2>&1
if errorlevel 1 (
    popd
    type "%HOME_DIR%target\launcher\build.log" 1>&2
    echo unbraid: the build failed; its whole log is %HOME_DIR%target\launcher\build.log 1>&2
    exit /b 1
)
popd
exit /b 0
