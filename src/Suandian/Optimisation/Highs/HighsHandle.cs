using System.Runtime.InteropServices;

namespace Suandian.Optimisation.Highs;

/// <summary>Owns one HiGHS instance.</summary>
sealed class HighsHandle : SafeHandle
{
    /// <summary>An empty handle, as marshalling asks for.</summary>
    public HighsHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>A new instance.</summary>
    /// <exception cref="SolverMissingException">The library cannot be loaded.</exception>
    internal static HighsHandle Create()
    {
        var instance = new HighsHandle();
        try
        {
            instance.SetHandle(HighsNative.Highs_create());
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new SolverMissingException(HighsNative.Library, e);
        }

        return instance;
    }

    /// <summary>HiGHS and its version.</summary>
    internal static string Version() => $"HiGHS {Marshal.PtrToStringUTF8(HighsNative.Highs_version())}";

    protected override bool ReleaseHandle()
    {
        HighsNative.Highs_destroy(handle);
        return true;
    }
}
