/// Two people's drafts of one report brought together by sentences, against the words both went on from.
/// First class to read: `ReportMerge`.
@NullMarked
package org.readingroom.report.merge;

import org.jspecify.annotations.NullMarked;
