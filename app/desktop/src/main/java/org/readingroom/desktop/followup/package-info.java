/// Lesions of the open patient followed from study to study: naming them by their marks, the table, the
/// proposal.
///
/// Leans on `tools` for the marks and on the viewer's `recist` for the rules. First read: `FollowUpModel`.
@NullMarked
package org.readingroom.desktop.followup;

import org.jspecify.annotations.NullMarked;
