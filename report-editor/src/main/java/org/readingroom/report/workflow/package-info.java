/// Stages, rights and the rules that a signature must satisfy.
@NullMarked
package org.readingroom.report.workflow;

import org.jspecify.annotations.NullMarked;
