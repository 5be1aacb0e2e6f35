/// From a finding to a sentence, and from the numbers in a sentence back to values.
///
/// Read [SentenceWriter] first; [ShownNumber] says how a measured value may be shown.
@NullMarked
package org.readingroom.report.text;

import org.jspecify.annotations.NullMarked;
