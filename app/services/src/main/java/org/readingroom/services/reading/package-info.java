/// A reading session's services: import, worklist, drafts and signed reports. First class to read:
/// `ReportService`.
@NullMarked
package org.readingroom.services.reading;

import org.jspecify.annotations.NullMarked;
