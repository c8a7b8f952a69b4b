@echo off
rem Starts Outcrop; builds it first where that has not been done since the sources changed.
rem Without arguments it opens the window; outcrop --help lists the commands.
rem
rem   JAVA_HOME          the JDK to use, if it is new enough
rem   OUTCROP_JAVA_OPTS  further options for the Java virtual machine, separated by spaces
setlocal EnableExtensions DisableDelayedExpansion

set "java_release=25"
set "main_class=outcrop.app.boot.Main"
set "root=%~dp0"
set "target=%root%app\target"
set "jar=%target%\outcrop-app.jar"
set "stamp=%target%\outcrop.built"
set "cache=%target%\outcrop.aot"
rem Each option has its reason in docs/decisions/0002-class-path-mode.md.
set "options=--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -XX:MaxRAM=8g -XX:MaxRAMPercentage=50"
set "quiet=-Xlog:disable -Xlog:all=warning,aot=off,cds=off:stderr"

call :find_jdk
if not defined jdk (
  >&2 echo Outcrop needs a JDK, version %java_release% or newer: install one, for example Eclipse Temurin %java_release% from https://adoptium.net, or set JAVA_HOME to it.
  exit /b 1
)
call :is_built || call :build || exit /b 1
if not exist "%cache%" call :record_start
set "start_cache="
for %%f in ("%cache%") do if %%~zf GTR 0 set "start_cache=-XX:AOTCache=%cache%"
if defined start_cache (
  "%jdk%\bin\java.exe" "%start_cache%" %quiet% %options% %OUTCROP_JAVA_OPTS% -cp "%jar%" %main_class% %*
) else (
  "%jdk%\bin\java.exe" %quiet% %options% %OUTCROP_JAVA_OPTS% -cp "%jar%" %main_class% %*
)
exit /b %ERRORLEVEL%

rem Sets jdk to the first fitting JDK.
:find_jdk
set "jdk="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%j in ('where java.exe 2^>nul') do call :try_jdk "%%~dpj.."
for %%p in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\scoop\apps"
) do if exist "%%~p\" for /d %%d in ("%%~p\*") do call :try_jdk "%%d"
exit /b 0

rem Takes the folder %1 as jdk, unless one is found already, if it holds a JDK that is new enough.
:try_jdk
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^=^" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=.+-" %%m in ("%%v") do if %%m GEQ %java_release% set "jdk=%~f1"
)
exit /b 0

:is_built
if not exist "%jar%" exit /b 1
if not exist "%stamp%" exit /b 1
powershell -NoProfile -NonInteractive -Command "$built = (Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; Set-Location -LiteralPath $env:root; if (Get-ChildItem pom.xml, */pom.xml, */src/main -Recurse | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) { exit 1 }"
exit /b %ERRORLEVEL%

:build
>&2 echo Building Outcrop once; this takes a minute or two ...
if not exist "%target%" mkdir "%target%"
del /q "%cache%" 2>nul
type nul > "%stamp%.new"
set "caller_java_home=%JAVA_HOME%"
set "JAVA_HOME=%jdk%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
pushd "%root%"
call mvnw.cmd -q -B -pl app -am -Dmaven.test.skip=true package 1>&2
set "failed=%ERRORLEVEL%"
popd
set "JAVA_HOME=%caller_java_home%"
if not "%failed%" == "0" (
  >&2 echo Outcrop could not be built: the message above says why.
  exit /b 1
)
move /y "%stamp%.new" "%stamp%" >nul
exit /b 0

rem Lets the window start and stop once, and keeps the classes that it loaded. An empty file stands
rem for a virtual machine that cannot do it, so that it is not tried again.
:record_start
pushd "%target%"
"%jdk%\bin\java.exe" -XX:AOTCacheOutput=outcrop.aot %options% -Dglass.platform=Headless -Dprism.order=sw -Doutcrop.exitAfterFirstFrame=true -Doutcrop.preferences=training.json -cp outcrop-app.jar %main_class% > outcrop.aot.log 2>&1 < nul
if not exist outcrop.aot type nul > outcrop.aot
popd
exit /b 0
