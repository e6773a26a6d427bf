@echo off
rem Starts Loupe from any folder.
setlocal enableextensions disabledelayedexpansion

rem These can load foreign code into the process that opens the vault, or print what it sends (SECURITY.md).
for %%V in (JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS) do (
    if defined %%V (
        echo Loupe ignores %%V.>&2
        set "%%V="
    )
)

set "HERE=%~dp0.."
set "JAVA="
if not defined LOUPE_JAVA_HOME goto search
call :try "%LOUPE_JAVA_HOME%"
if defined JAVA goto run
echo LOUPE_JAVA_HOME is not a Java 25: %LOUPE_JAVA_HOME%>&2
exit /b 2

:search
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined JAVA goto run
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~P\*") do call :try "%%~fD"
)
if defined JAVA goto run
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if defined JAVA goto run
echo Loupe needs Java 25 and found none: install a JDK 25, or set LOUPE_JAVA_HOME to its folder.>&2
exit /b 2

:run
rem A command lives for seconds, which the second compiler takes for itself; the window lives for hours. The window it is
rem where nothing is named, or a data folder alone: as Main decides. An "=" outside quotation marks ends a word here.
set "QUICK=-XX:TieredStopAtLevel=1"
set "FIRST=%~1"
set "SECOND=%~2"
set "THIRD=%~3"
if not defined FIRST set "QUICK="
if "%FIRST:~0,11%"=="--data-dir=" if not defined SECOND set "QUICK="
if "%FIRST:~0,11%"=="--data-dir" if defined SECOND if not defined THIRD set "QUICK="
"%JAVA%" "@%HERE%\jvm-options.txt" %QUICK% -jar "%HERE%\loupe.jar" %*
exit /b %ERRORLEVEL%

rem Sets JAVA when the folder holds a Java 25; its "release" file answers without starting it. By its whole path: a bare name is
rem looked for in the current folder first.
:try
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
"%SystemRoot%\System32\findstr.exe" /r /c:"^JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>&1
if not errorlevel 1 set "JAVA=%~1\bin\java.exe"
exit /b 0
