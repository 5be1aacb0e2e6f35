/// What is judged of reports and images beside the words: whether a report found something (阳性/阴性, clause E17), and
/// whether images are good enough to be reported (甲乙丙丁, clauses B1 and E8).
///
/// First to read: [ImageQualityRules], the hospital's rule file, and [ImageQuality], what was judged of one study.
@NullMarked
package org.readingroom.report.quality;

import org.jspecify.annotations.NullMarked;
