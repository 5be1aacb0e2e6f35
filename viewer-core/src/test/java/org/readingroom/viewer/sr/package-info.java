/// Tests of documents with a content tree.
@NullMarked
package org.readingroom.viewer.sr;

import org.jspecify.annotations.NullMarked;
