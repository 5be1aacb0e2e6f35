/// Report, section, sentence, finding, coded concept.
@NullMarked
package org.readingroom.report.model;

import org.jspecify.annotations.NullMarked;
