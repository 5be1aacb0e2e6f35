/// The one gate by which anything leaves the program: as a file, on the clipboard, on paper or film, to a server.
///
/// Whoever lets something out asks `ExportGate` first and does the work inside it. It decides by `ExportPolicy`
/// and writes the audit trail; it neither knows nor keeps where a person's folder lies. What is written, and how,
/// is no matter of this package. First class to read: `ExportGate`.
@NullMarked
package org.readingroom.services.export;

import org.jspecify.annotations.NullMarked;
