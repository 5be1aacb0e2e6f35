/// What a department keeps around its reports: how they are printed, and the stores of the parts beside the editor.
@NullMarked
package org.readingroom.services.reporting;

import org.jspecify.annotations.NullMarked;
