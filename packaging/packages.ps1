# Makes the .msi for Windows in target\packages from target\image\loupe. Run "mvn -Prelease package -DskipTests",
# packaging\app-image.ps1 and packaging\aot-cache.ps1 before; jpackage needs WiX on the path. Signs with
# LOUPE_WINDOWS_CERTIFICATE (a PKCS #12 file, which no public authority gives out since June 2023: docs/release.md) and
# LOUPE_WINDOWS_CERTIFICATE_PASSWORD, and says when it does not.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

$image = 'target\image\loupe'
$app = "$image\app"
if (-not (Test-Path "$app\loupe.aot")) {
    Write-Error "$app\loupe.aot is missing: run packaging\app-image.ps1 and packaging\aot-cache.ps1 first."
}
if (-not (Test-Path target\licences.txt)) {
    Write-Error 'target\licences.txt is missing: run "mvn -Prelease package -DskipTests" first.'
}
if ($env:PROCESSOR_ARCHITECTURE -ne 'AMD64') {
    Write-Error "This package is for x86-64, and what was built here is for $env:PROCESSOR_ARCHITECTURE."
}
$version = (Get-Content "$app\Loupe.cfg" | Where-Object { $_ -match '-Djpackage\.app-version=' }) -replace '.*=', ''
$out = 'target\packages'
Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $out
New-Item -ItemType Directory $out | Out-Null
Copy-Item target\licences.txt $image
Copy-Item target\licences.txt "$out\loupe-$version-windows-x64.licences.txt"
Copy-Item target\sbom.json "$out\loupe-$version-windows-x64.sbom.json"
(Get-Item "$image\licences.txt").LastWriteTimeUtc = (Get-Item "$app\loupe.jar").LastWriteTimeUtc

# Of the files as they were built, which anybody can build again; signatures are written into some of them below. In the
# order and with the names of tree-sums.sh.
$root = (Resolve-Path $image).Path
[string[]]$names = Get-ChildItem -Recurse -Force -File $image | ForEach-Object {
    $_.FullName.Substring($root.Length + 1).Replace('\', '/')
}
[Array]::Sort($names, [StringComparer]::Ordinal)
$tree = $names | ForEach-Object { "$((Get-FileHash -Algorithm SHA256 "$image\$_").Hash.ToLower())  $_" }
[IO.File]::WriteAllText((Join-Path $PWD "$out\loupe-$version-windows-x64.files.sha256"), ($tree -join "`n") + "`n")

function Add-Signature([string[]]$files) {
    $signtool = (Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1).FullName
    foreach ($file in $files) {
        # jpackage closes its starter for writing
        (Get-Item $file).IsReadOnly = $false
        & $signtool sign /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com `
            /f $env:LOUPE_WINDOWS_CERTIFICATE /p $env:LOUPE_WINDOWS_CERTIFICATE_PASSWORD $file
        if ($LASTEXITCODE) { throw "$file could not be signed." }
        & $signtool verify /pa $file
        if ($LASTEXITCODE) { throw "The signature of $file is not valid." }
    }
}

# the starters and the libraries that nobody has signed; those of the JDK are signed by who made it
if ($env:LOUPE_WINDOWS_CERTIFICATE) {
    Add-Signature (Get-ChildItem -Recurse -Force -File -Include *.exe, *.dll $image |
        Where-Object { (Get-AuthenticodeSignature $_.FullName).Status -eq 'NotSigned' } | ForEach-Object FullName)
} else {
    Write-Output 'Not signed: LOUPE_WINDOWS_CERTIFICATE is not set.'
}

$upgrade = (Get-Content packaging\windows\upgrade-code.txt).Trim()
$jpackage = if ($env:LOUPE_JAVA_HOME) { "$env:LOUPE_JAVA_HOME\bin\jpackage.exe" }
    elseif ($env:JAVA_HOME) { "$env:JAVA_HOME\bin\jpackage.exe" } else { 'jpackage.exe' }
& $jpackage '@packaging/jpackage/msi.args' --app-image $image --app-version $version --win-upgrade-uuid $upgrade `
    --dest $out
if ($LASTEXITCODE) { exit $LASTEXITCODE }
if ($env:LOUPE_WINDOWS_CERTIFICATE) { Add-Signature (Get-ChildItem "$out\*.msi" | ForEach-Object FullName) }

# last: signatures are parts of the files
$sums = Get-ChildItem $out -File | ForEach-Object {
    "$((Get-FileHash -Algorithm SHA256 $_.FullName).Hash.ToLower())  $($_.Name)"
}
[IO.File]::WriteAllText((Join-Path $PWD "$out\SHA256SUMS"), ($sums -join "`n") + "`n")
Get-ChildItem $out
