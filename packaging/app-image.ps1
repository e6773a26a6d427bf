# Makes the application folder for Windows in target\image. Run "mvn package -DskipTests" before.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$homes = @($env:LOUPE_JAVA_HOME, $env:JAVA_HOME) + @(Get-ChildItem -Directory -ErrorAction SilentlyContinue `
    "$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft" |
    ForEach-Object FullName)
$jdk = $homes | Where-Object {
    $_ -and (Test-Path "$_\bin\jpackage.exe") -and (Select-String -Quiet -Path "$_\release" '^JAVA_VERSION="25[."]')
} | Select-Object -First 1
if (-not $jdk) { Write-Error 'No JDK 25 with jpackage found: set LOUPE_JAVA_HOME to its folder.' }
if (-not (Test-Path target\loupe.jar)) { Write-Error 'target\loupe.jar is missing: run "mvn package -DskipTests" first.' }

$work = 'target\image-work'
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $work, target\image
New-Item -ItemType Directory -Force "$work\input\lib" | Out-Null
Copy-Item target\loupe.jar "$work\input"

# exactly the jars that the manifest names: target\lib may hold leftovers of an older build
& "$jdk\bin\jar.exe" --extract --file target\loupe.jar --dir $work META-INF/MANIFEST.MF
$manifest = (Get-Content -Raw "$work\META-INF\MANIFEST.MF") -replace "\r?\n ", ''
$version = [regex]::Match($manifest, '(?m)^Implementation-Version: (\S+)').Groups[1].Value
$jars = [regex]::Match($manifest, '(?m)^Class-Path: ([^\r\n]+)').Groups[1].Value -split ' '
$jars | ForEach-Object { Copy-Item "target\$_" "$work\input\lib" }

# Native libraries lie where OpenJFX looks first (..\bin of its jar) and JNA is sent (image-options.txt)
$arch = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'win32-aarch64' } else { 'win32-x86-64' }
New-Item -ItemType Directory -Force "$work\natives", "$work\input\bin" | Out-Null
foreach ($jar in Get-ChildItem "$work\input\lib\javafx-*.jar", "$work\input\lib\jna-5*.jar") {
    $natives = & "$jdk\bin\jar.exe" --list --file $jar.FullName |
        Where-Object { $_ -match '^[^/]*\.dll$' -or $_ -eq "com/sun/jna/$arch/jnidispatch.dll" }
    if (-not $natives) { continue }
    & "$jdk\bin\jar.exe" --extract --file $jar.FullName --dir "$work\natives" @natives
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
    $to = if ($jar.Name -like 'jna-*') { 'lib' } else { 'bin' }
    foreach ($native in $natives) { Move-Item "$work\natives\$native" "$work\input\$to" }
}
& "$jdk\bin\java.exe" packaging\StoreJars.java "$work\input" "$work\input\lib"
if ($LASTEXITCODE) { exit $LASTEXITCODE }

$modules = (Get-Content packaging\modules.txt | Where-Object { $_ -and $_ -notmatch '^#' }) -join ','
& "$jdk\bin\jlink.exe" --add-modules $modules --output "$work\runtime" --strip-debug --no-header-files `
    --no-man-pages --compress zip-0
if ($LASTEXITCODE) { exit $LASTEXITCODE }
& "$jdk\bin\java.exe" packaging\SecurityProviders.java "$work\runtime"
if ($LASTEXITCODE) { exit $LASTEXITCODE }

# one --java-options for each line of the one list of options, and of what only a package has
$options = Get-Content packaging\jvm-options.txt, packaging\image-options.txt | Where-Object { $_ -and $_ -notmatch '^#' } |
    ForEach-Object { "--java-options `"$_`"" }
Set-Content -Encoding ascii "$work\options.args" $options

& "$jdk\bin\jpackage.exe" '@packaging/jpackage/common.args' '@packaging/jpackage/windows.args' "@$work\options.args" `
    --app-version $version --input "$work\input" --runtime-image "$work\runtime" --dest target\image
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Remove-Item -Recurse -Force $work

# One time for every file, of even seconds: the cache of classes is held against the times of the jars (from Java 25.0.4 on), and
# Windows' cabinets hold them in steps of two seconds
$stamp = [regex]::Match((Get-Content -Raw pom.xml), '<project\.build\.outputTimestamp>([^<]+)<').Groups[1].Value
$time = [DateTimeOffset]::Parse($stamp, [Globalization.CultureInfo]::InvariantCulture).UtcDateTime
foreach ($file in Get-ChildItem -Recurse -Force -File target\image\loupe) {
    $closed = $file.IsReadOnly
    $file.IsReadOnly = $false
    $file.LastWriteTimeUtc = $time
    $file.IsReadOnly = $closed
}
Write-Output 'Made target\image\loupe'
