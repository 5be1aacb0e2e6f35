/// The export sheet and what it starts: pictures, video, volumes and DICOM objects into a person's folder.
///
/// First classes to read: `ExportChoice` for what can be wanted, `Exporter` for how it is done.
@NullMarked
package org.readingroom.desktop.exporting;

import org.jspecify.annotations.NullMarked;
