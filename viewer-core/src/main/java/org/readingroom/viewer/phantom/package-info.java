/// Synthetic studies made by code, with the truth about them: for the demo department, the user guide and tests.
///
/// Every value is a formula of its place in the patient; nothing comes from a person. Start at [DemoDepartment].
@NullMarked
package org.readingroom.viewer.phantom;

import org.jspecify.annotations.NullMarked;
