/* Starts the program with the Python beside it. Built twice: for the menu, without a console, and for the command line. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

typedef int (*py_main)(int, wchar_t **);

static void give_output_somewhere_to_go(void)
{
    static const DWORD streams[] = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
    for (int i = 0; i < 3; i++) {
        HANDLE now = GetStdHandle(streams[i]);
        if (now == NULL || now == INVALID_HANDLE_VALUE)
            SetStdHandle(streams[i], CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE,
                                                 FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL));
    }
}

/* Without a screen (--shot, --self-test) Qt looks for the system's fonts only where it is told to. */
static void tell_where_fonts_are(void)
{
    wchar_t folder[MAX_PATH + 8];
    UINT length = GetWindowsDirectoryW(folder, MAX_PATH);
    if (length && length < MAX_PATH && !GetEnvironmentVariableW(L"QT_QPA_FONTDIR", NULL, 0)) {
        wcscpy(folder + length, L"\\Fonts");
        SetEnvironmentVariableW(L"QT_QPA_FONTDIR", folder);
    }
}

static int run(int count, wchar_t **words)
{
    static const wchar_t *ours[] = {L"-I", L"-B", L"-X", L"utf8", L"-m", L"dimples_gui"};
    const int extra = sizeof ours / sizeof *ours;
    wchar_t path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, 32768);
    wchar_t **all = calloc((size_t)(count + extra + 1), sizeof *all);
    while (length && path[length - 1] != L'\\')
        length--;
    wcscpy(path + length, L"python313.dll");
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    py_main start = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start || !all) {
        MessageBoxW(NULL, L"Dimples cannot start: a part of it is missing. Please install it again.", L"Dimples", MB_ICONERROR);
        return 1;
    }
    all[0] = words[0];
    for (int i = 0; i < extra; i++)
        all[1 + i] = (wchar_t *)ours[i];
    for (int i = 1; i < count; i++)
        all[extra + i] = words[i];
    return start(count + extra, all);
}

int wmain(int count, wchar_t **words)
{
    give_output_somewhere_to_go();
    tell_where_fonts_are();
    return run(count, words);
}
