# Rehearses the program in target\image\loupe once and keeps beside its jars what Java has learnt (aot-cache.sh says more). Run
# packaging\app-image.ps1 before.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$image = 'target\image\loupe'
$java = "$image\runtime\bin\java.exe"
if (-not (Test-Path $java)) { Write-Error "$java is missing: run packaging\app-image.ps1 first." }
$app = (Resolve-Path "$image\app").Path

# the very class path and options of the start: a cache that was made with others is not used
$config = Get-Content "$app\Loupe.cfg"
$classes = ($config | Where-Object { $_ -match '^app\.classpath=' } |
    ForEach-Object { $_.Substring('app.classpath='.Length).Replace('$APPDIR', $app) }) -join ';'
$options = Get-Content packaging\jvm-options.txt, packaging\image-options.txt |
    Where-Object { $_ -and $_ -notmatch '^#' -and $_ -notmatch '^-XX:AOTCache=' } |
    ForEach-Object { $_.Replace('$APPDIR', $app) }
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $work | Out-Null
try {
    & $java @options -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:-AOTAdapterCaching `
        "-XX:AOTCacheOutput=$app\loupe.aot" '-Dglass.platform=Headless' '-Dprism.order=sw' "-Djava.io.tmpdir=$work" `
        "-Duser.home=$work" -cp $classes app.loupe.app.Rehearsal "$work\data"
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
} finally {
    Remove-Item -Recurse -Force $work
}
if (-not (Test-Path "$app\loupe.aot")) { Write-Error 'Java made no cache.' }
(Get-Item "$app\loupe.aot").LastWriteTimeUtc = (Get-Item "$app\loupe.jar").LastWriteTimeUtc
