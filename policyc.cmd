@echo off
rem Starts the command policyc from a clone, as the script `policyc` does on other systems: finds Java, builds the command
rem when it is missing or older than its sources, then runs it in the caller's directory.
setlocal
set "ROOT=%~dp0"
set "TARGET=%ROOT%cli\target"
set "JAR=%TARGET%\policyc.jar"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo policyc: no java found; install a JDK 17 or newer and put it on PATH, or set JAVA_HOME to it>&2
  exit /b 3
)
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /i "version"') do set "VERSION=%%~v"
for /f "tokens=1 delims=.-+" %%f in ("%VERSION%") do set "FEATURE=%%f"
if %FEATURE% LSS 17 (
  echo policyc: %JAVA% is Java %VERSION%, too old; install a JDK 17 or newer and put it on PATH, or set JAVA_HOME to it>&2
  exit /b 3
)

if not exist "%JAR%" (
  echo policyc: building ^(first use, about a minute^) ...>&2
  goto build
)
powershell -NoProfile -Command "$jar = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $files = @(Get-ChildItem -Path ($env:ROOT + 'pom.xml'), ($env:ROOT + '*\pom.xml')) + @(Get-ChildItem -Path ($env:ROOT + '*\src\main') -Recurse); if ($files | Where-Object { $_.LastWriteTime -gt $jar }) { exit 1 }" <nul
if not errorlevel 1 goto run
echo policyc: sources changed, rebuilding ...>&2

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo policyc: mvn not found; install Apache Maven 3.6.3 or newer, it builds the command>&2
  exit /b 3
)
if not exist "%TARGET%" mkdir "%TARGET%"
pushd "%ROOT%"
call mvn -q -B -Dstyle.color=never -DskipTests -DskipTestCompilation -Dspotless.check.skip -Djacoco.skip -pl cli -am package >"%TARGET%\build.log" 2>&1 <nul
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  type "%TARGET%\build.log" >&2
  echo policyc: the build failed; the above is %TARGET%\build.log>&2
  exit /b 3
)

:run
"%JAVA%" -XX:TieredStopAtLevel=1 %POLICYC_JAVA_OPTS% -cp "%JAR%" io.policyc.cli.Main %*
exit /b %ERRORLEVEL%
