# Makes the cache of classes and the .msi for Windows in target\packages from target\image\loupe. Run
# "mvn -Prelease package -DskipTests" and packaging\app-image.ps1 before; jpackage needs WiX on the path.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$image = 'target\image\loupe'
$app = (Resolve-Path "$image\app").Path
$java = "$image\runtime\bin\java.exe"
if (-not (Test-Path $java)) { Write-Error "$java is missing: run packaging\app-image.ps1 first." }
if (-not (Test-Path target\licences.txt)) {
    Write-Error 'target\licences.txt is missing: run "mvn -Prelease package -DskipTests" first.'
}
Copy-Item target\licences.txt $image
(Get-Item "$image\licences.txt").LastWriteTimeUtc = (Get-Item "$app\loupe.jar").LastWriteTimeUtc

# the very class path and options of the start: a cache that was made with others is not used
$config = Get-Content "$app\loupe.cfg"
$classes = ($config | Where-Object { $_ -match '^app\.classpath=' } |
    ForEach-Object { $_.Substring('app.classpath='.Length).Replace('$APPDIR', $app) }) -join ';'
$options = Get-Content packaging\jvm-options.txt, packaging\image-options.txt |
    Where-Object { $_ -and $_ -notmatch '^#' -and $_ -notmatch '^-XX:AOTCache=' } |
    ForEach-Object { $_.Replace('$APPDIR', $app) }
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $work | Out-Null
try {
    & $java @options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "-XX:AOTCacheOutput=$app\loupe.aot" `
        '-Dglass.platform=Headless' '-Dprism.order=sw' "-Djava.io.tmpdir=$work" "-Duser.home=$work" -cp $classes `
        app.loupe.app.Rehearsal "$work\data"
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
} finally {
    Remove-Item -Recurse -Force $work
}
if (-not (Test-Path "$app\loupe.aot")) { Write-Error 'Java made no cache.' }
(Get-Item "$app\loupe.aot").LastWriteTimeUtc = (Get-Item "$app\loupe.jar").LastWriteTimeUtc

$version = ($config | Where-Object { $_ -match '-Djpackage\.app-version=' }) -replace '.*=', ''
$upgrade = (Get-Content packaging\windows\upgrade-code.txt).Trim()
$jpackage = if ($env:LOUPE_JAVA_HOME) { "$env:LOUPE_JAVA_HOME\bin\jpackage.exe" }
    elseif ($env:JAVA_HOME) { "$env:JAVA_HOME\bin\jpackage.exe" } else { 'jpackage.exe' }
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue target\packages
& $jpackage '@packaging/jpackage/msi.args' --app-image $image --app-version $version --win-upgrade-uuid $upgrade `
    --dest target\packages
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$sums = Get-ChildItem target\packages -Filter *.msi | ForEach-Object {
    "$((Get-FileHash -Algorithm SHA256 $_.FullName).Hash.ToLower())  $($_.Name)"
}
Set-Content -Encoding ascii target\packages\SHA256SUMS $sums
Get-ChildItem target\packages
