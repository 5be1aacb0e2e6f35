/// The export sheet and what it starts: pictures, video, volumes and DICOM objects into a person's folder; and what
/// sends a study to a server.
///
/// First classes to read: `ExportChoice` for what can be wanted, `Exporter` for how it is done, `SendDesk` for sending.
@NullMarked
package org.readingroom.desktop.exporting;

import org.jspecify.annotations.NullMarked;
