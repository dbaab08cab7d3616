using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Highs;

/// <summary>The calls of the HiGHS 1.12 C interface that are used, in the order of its header; HighsInt is 32 bits.</summary>
/// <remarks>Header: github.com/ERGO-Code/HiGHS, highs/interfaces/highs_c_api.h.</remarks>
static unsafe partial class HighsNative
{
    internal const string Library = "libhighs.so.1";

    internal const int StatusError = -1;
    internal const int RowWise = 2;
    internal const int Minimise = 1;
    internal const int Integer = 1;
    internal const int SolutionFeasible = 2;
    internal const int BasisValid = 1;

    internal const int CallbackLogging = 0;
    internal const int CallbackSimplexInterrupt = 1;
    internal const int CallbackIpmInterrupt = 2;
    internal const int CallbackMipLogging = 5;
    internal const int CallbackMipInterrupt = 6;

    static HighsNative() => NativeLibrary.SetDllImportResolver(typeof(HighsNative).Assembly, Resolve);

    [LibraryImport(Library)]
    internal static partial nint Highs_create();

    [LibraryImport(Library)]
    internal static partial void Highs_destroy(nint highs);

    [LibraryImport(Library)]
    internal static partial nint Highs_version();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_readModel(HighsHandle highs, string filename);

    [LibraryImport(Library)]
    internal static partial int Highs_run(HighsHandle highs);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setBoolOptionValue(HighsHandle highs, string option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setIntOptionValue(HighsHandle highs, string option, int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setDoubleOptionValue(HighsHandle highs, string option, double value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setStringOptionValue(HighsHandle highs, string option, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_getIntInfoValue(HighsHandle highs, string info, out int value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_getInt64InfoValue(HighsHandle highs, string info, out long value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_getDoubleInfoValue(HighsHandle highs, string info, out double value);

    [LibraryImport(Library)]
    internal static partial int Highs_getSolution(
        HighsHandle highs, double* columnValue, double* columnDual, double* rowValue, double* rowDual);

    [LibraryImport(Library)]
    internal static partial int Highs_getBasis(HighsHandle highs, int* columnStatus, int* rowStatus);

    [LibraryImport(Library)]
    internal static partial int Highs_getModelStatus(HighsHandle highs);

    [LibraryImport(Library)]
    internal static partial int Highs_setBasis(HighsHandle highs, int* columnStatus, int* rowStatus);

    [LibraryImport(Library)]
    internal static partial int Highs_setSolution(
        HighsHandle highs, double* columnValue, double* rowValue, double* columnDual, double* rowDual);

    [LibraryImport(Library)]
    internal static partial int Highs_setCallback(
        HighsHandle highs, delegate* unmanaged[Cdecl]<int, byte*, void*, int*, void*, void> callback, void* data);

    [LibraryImport(Library)]
    internal static partial int Highs_startCallback(HighsHandle highs, int callbackType);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void* Highs_getCallbackDataOutItem(void* dataOut, string item);

    [LibraryImport(Library)]
    internal static partial int Highs_passLp(
        HighsHandle highs, int columns, int rows, int entries, int format, int sense, double offset,
        double* cost, double* columnLower, double* columnUpper, double* rowLower, double* rowUpper,
        int* start, int* index, double* value);

    [LibraryImport(Library)]
    internal static partial int Highs_passMip(
        HighsHandle highs, int columns, int rows, int entries, int format, int sense, double offset,
        double* cost, double* columnLower, double* columnUpper, double* rowLower, double* rowUpper,
        int* start, int* index, double* value, int* integrality);

    [LibraryImport(Library)]
    internal static partial int Highs_getNumCol(HighsHandle highs);

    [LibraryImport(Library)]
    internal static partial int Highs_getNumRow(HighsHandle highs);

    static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        var file = OperatingSystem.IsWindows() ? "highs.dll" : OperatingSystem.IsMacOS() ? "libhighs.dylib" : Library;
        return NativeLibrary.TryLoad(file, assembly, path, out var handle) ? handle : 0;
    }
}
