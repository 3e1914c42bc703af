; For one person, without administrator's rights. Silent: setup.exe /S; uninstall.exe /S [/KEEP].
; Given by the build: VERSION, VERSION_NUMBERS, BUNDLE, ICON, OUT, FILES (what puts the files there and takes them away).
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
RequestExecutionLevel user
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Dimples"
Name "Dimples"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Dimples"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey "ProductName" "Dimples"
VIAddVersionKey "FileDescription" "Dimples"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "2026 the Dimples contributors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Dimples.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${BUNDLE}\LICENSE.txt"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "Arabic"

LangString RUNNING ${LANG_ENGLISH} "Dimples is still open. Please close it and try again."
LangString RUNNING ${LANG_GERMAN} "Dimples ist noch offen. Bitte schließen Sie es und versuchen Sie es noch einmal."
LangString RUNNING ${LANG_SPANISH} "Dimples sigue abierto. Ciérrelo e inténtelo de nuevo."
LangString RUNNING ${LANG_ARABIC} "برنامج Dimples ما زال مفتوحًا. أغلقه ثم حاول مرة أخرى."
LangString OLD ${LANG_ENGLISH} "Dimples needs 64-bit Windows 10 or later."
LangString OLD ${LANG_GERMAN} "Dimples braucht Windows 10 (64 Bit) oder neuer."
LangString OLD ${LANG_SPANISH} "Dimples necesita Windows 10 de 64 bits o posterior."
LangString OLD ${LANG_ARABIC} "يحتاج Dimples إلى ويندوز 10 (64 بت) أو أحدث."
LangString PROGRAM ${LANG_ENGLISH} "The program"
LangString PROGRAM ${LANG_GERMAN} "Das Programm"
LangString PROGRAM ${LANG_SPANISH} "El programa"
LangString PROGRAM ${LANG_ARABIC} "البرنامج"
LangString NOTES ${LANG_ENGLISH} "My notes and settings, too"
LangString NOTES ${LANG_GERMAN} "Auch meine Notizen und Einstellungen"
LangString NOTES ${LANG_SPANISH} "También mis notas y ajustes"
LangString NOTES ${LANG_ARABIC} "ملاحظاتي وإعداداتي أيضًا"
LangString LINK ${LANG_ENGLISH} "Illustrated reference of the lower back"
LangString LINK ${LANG_GERMAN} "Nachschlagewerk zum unteren Rücken"
LangString LINK ${LANG_SPANISH} "Obra de consulta de la zona lumbar"
LangString LINK ${LANG_ARABIC} "مرجع مصور لأسفل الظهر"

!include "${FILES}"

; A library that is in use cannot be opened to be written to.
!macro END_WHILE_OPEN
  ${If} ${FileExists} "$INSTDIR\python313.dll"
    ClearErrors
    FileOpen $0 "$INSTDIR\python313.dll" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    Quit
  ${EndIf}
  !insertmacro END_WHILE_OPEN
FunctionEnd

Section
  ; What an older version has put there goes first.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /KEEP _?=$INSTDIR'
  ${EndIf}
  !insertmacro PUT_FILES
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Dimples.lnk" "$INSTDIR\Dimples.exe" "" "$INSTDIR\Dimples.exe" 0 SW_SHOWNORMAL "" "$(LINK)"
  WriteRegStr HKCU "Software\Classes\dimples" "" "URL:Dimples"
  WriteRegStr HKCU "Software\Classes\dimples" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\dimples\DefaultIcon" "" "$INSTDIR\Dimples.exe,0"
  WriteRegStr HKCU "Software\Classes\dimples\shell\open\command" "" '"$INSTDIR\Dimples.exe" "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "Dimples"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\Dimples.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Dimples contributors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section "un.$(PROGRAM)"
  SectionIn RO
  !insertmacro TAKE_FILES
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Dimples.lnk"
  DeleteRegKey HKCU "Software\Classes\dimples"
  DeleteRegKey HKCU "${KEY}"
SectionEnd

Section "un.$(NOTES)" NOTES_TOO
  RMDir /r "$LOCALAPPDATA\dimples"
SectionEnd

Function un.onInit
  !insertmacro END_WHILE_OPEN
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${NOTES_TOO} 0
  ${EndIf}
FunctionEnd
