/// Lesions followed from study to study and what RECIST 1.1 makes of their sizes: values and rules, nothing
/// stored or drawn. First read: `FollowUp`, then `RecistRules`.
@NullMarked
package org.readingroom.viewer.recist;

import org.jspecify.annotations.NullMarked;
