package org.readingroom.plugin;

import java.util.List;

/// Slice in, slice out. The result is shown as a derived display set, marked as such, never in place of the original.
///
/// **Thread:** `cpu`; several slices at once, so an operation keeps no state. An interrupt should end the work early.
public interface PixelOperation {
    /// Unique within the plug-in: `gaussian`.
    String id();

    /// A message key of the `plugin` bundle.
    String nameKey();

    /// What the person may set, in the order shown.
    List<Parameter> parameters();

    /// A slice of the same shape. Must not write to `slice`.
    Slice apply(Slice slice, ParameterValues values);
}
