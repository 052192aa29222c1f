package attentionscope.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The X display that Linux names in {@code DISPLAY}; JavaFX has no other way to a screen there. */
final class XDisplay {
  private XDisplay() {}

  /**
   * Whether the display answers: it may be named and gone, as in a session over ssh. Where X itself
   * is missing this is true, so that {@link NativeLibrary} says what to install.
   */
  @SuppressWarnings("restricted") // calls into libX11, as JavaFX does a moment later
  static boolean answers() {
    SymbolLookup x11;
    try {
      x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
    } catch (IllegalArgumentException e) {
      return true;
    }
    try {
      // int XInitThreads(), which must come first; Display *XOpenDisplay(char *); int XCloseDisplay
      function(x11, "XInitThreads", FunctionDescriptor.of(ValueLayout.JAVA_INT)).invoke();
      MemorySegment display =
          (MemorySegment)
              function(
                      x11,
                      "XOpenDisplay",
                      FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                  .invoke(MemorySegment.NULL);
      if (display.equals(MemorySegment.NULL)) {
        return false;
      }
      function(
              x11,
              "XCloseDisplay",
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
          .invoke(display);
      return true;
    } catch (Throwable e) {
      throw new IllegalStateException("libX11 cannot be called", e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor form) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), form);
  }
}
