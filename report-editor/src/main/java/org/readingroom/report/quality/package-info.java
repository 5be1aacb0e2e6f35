/// What is judged of reports beside their words: whether they found something (阳性/阴性, clause E17).
@NullMarked
package org.readingroom.report.quality;

import org.jspecify.annotations.NullMarked;
