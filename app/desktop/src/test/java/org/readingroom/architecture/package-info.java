/// The plan of the house held against its code: doors between rooms, one home per library, package order,
/// message keys, requirements. `Doors` has the rules; `planted` has a breach of each, which must be noticed.
@NullMarked
package org.readingroom.architecture;

import org.jspecify.annotations.NullMarked;
